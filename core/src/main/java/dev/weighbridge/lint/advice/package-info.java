/**
 * Which advice fits which file: where each rule applies, and what to do about its findings with the
 * tools that made the file. Two tables say so; the rules themselves know of neither.
 */
@NullMarked
package dev.weighbridge.lint.advice;

import org.jspecify.annotations.NullMarked;
