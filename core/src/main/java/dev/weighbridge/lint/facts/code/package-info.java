/**
 * What the code of a finished file tells: its functions, by name and by what they do, and which of
 * them only panics, backtraces or one caller need.
 */
package dev.weighbridge.lint.facts.code;
