/**
 * What a project says once for all questions about its programs: {@code weighbridge.toml}.
 *
 * <pre>{@code
 * ProjectSettings settings = ProjectSettings.read(Path.of("weighbridge.toml"));
 * BinaryModel model = BinaryModel.open(app);
 * LintResult result = Linter.installed().with(settings.lint()).lint(model.query());
 * BudgetCheck check = BudgetCheck.of(settings.budget(), model.attribution());
 * System.out.println(!result.isFailure() && check.passes());
 * }</pre>
 */
@NullMarked
package dev.weighbridge.project;

import org.jspecify.annotations.NullMarked;
