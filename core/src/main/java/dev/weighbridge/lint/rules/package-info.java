/**
 * The size advisor: the rules that come with the library, in rooms by what they are about, one file
 * for each rule. What they share is in {@link dev.weighbridge.lint.facts} and {@link
 * dev.weighbridge.lint.wording}. {@link dev.weighbridge.lint.Linter#installed} has these rules; the
 * package is not exported.
 */
package dev.weighbridge.lint.rules;
