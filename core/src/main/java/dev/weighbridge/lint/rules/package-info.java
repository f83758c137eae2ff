/**
 * The size advisor: the rules that come with the library. One file for each rule; what they share
 * is in {@link dev.weighbridge.lint.signs}.
 */
package dev.weighbridge.lint.rules;
