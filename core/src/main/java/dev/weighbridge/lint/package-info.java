/**
 * Finds what makes a program larger than it need be, and says what to do about it.
 *
 * <pre>{@code
 * BinaryModel model = BinaryModel.open(app);
 * LintResult report = Linter.installed().lint(model.attribution());
 * for (Finding finding : report.findings()) {
 *   System.out.println(finding.rule().id() + ": " + finding.message());
 *   finding.fix().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>A {@link dev.weighbridge.lint.Rule} looks at one thing; rules come in sets, found by the
 * service loader or given. A {@link dev.weighbridge.lint.LintConfig} sets levels, parameters and
 * exceptions; a {@link dev.weighbridge.lint.Baseline} holds what is already known.
 */
@NullMarked
package dev.weighbridge.lint;

import org.jspecify.annotations.NullMarked;
