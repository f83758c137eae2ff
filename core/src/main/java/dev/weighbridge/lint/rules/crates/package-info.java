/** Rules about the crates and packages that a program is made of, and their features. */
package dev.weighbridge.lint.rules.crates;
