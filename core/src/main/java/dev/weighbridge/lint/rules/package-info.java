/**
 * The size advisor: the rules that come with the library.
 *
 * <pre>{@code
 * for (Rule rule : new SizeAdvisor().rules()) {
 *   System.out.println(rule.info().id() + ": " + rule.info().title());
 * }
 * }</pre>
 *
 * <p>One file for each rule; what they share is in {@link dev.weighbridge.lint.signs}.
 */
package dev.weighbridge.lint.rules;
