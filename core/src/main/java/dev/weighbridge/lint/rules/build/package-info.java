/** Rules about how a program was compiled and linked. */
package dev.weighbridge.lint.rules.build;
