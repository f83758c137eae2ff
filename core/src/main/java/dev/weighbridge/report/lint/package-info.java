/**
 * Findings written down.
 *
 * <pre>{@code
 * LintReport report = new LintReport(Linter.installed().lint(model.attribution()));
 * report.write(OutputFormat.MARKDOWN, console);
 * }</pre>
 */
package dev.weighbridge.report.lint;
