/**
 * Findings written down.
 *
 * <pre>{@code
 * LintReport report = new LintReport(Linter.installed().lint(model.attribution()));
 * report.write(OutputFormat.MARKDOWN, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.lint;

import org.jspecify.annotations.NullMarked;
