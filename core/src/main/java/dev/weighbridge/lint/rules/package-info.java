/**
 * The size advisor: the rules that come with the library. One file for each rule; what they share
 * is in {@link dev.weighbridge.lint.facts}. {@link dev.weighbridge.lint.Linter#installed} has these
 * rules; the package is not exported.
 */
package dev.weighbridge.lint.rules;
