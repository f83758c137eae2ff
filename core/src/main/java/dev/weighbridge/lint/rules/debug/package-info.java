/**
 * Rules about what is there for debuggers: debug information, symbols, paths of the machine that
 * built.
 */
package dev.weighbridge.lint.rules.debug;
