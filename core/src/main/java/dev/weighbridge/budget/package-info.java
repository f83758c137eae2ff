/**
 * Limits on what a program may weigh, as data, and whether it keeps them.
 *
 * <pre>{@code
 * SizeBudget budget = SizeBudget.read(Path.of("budget.toml"));
 * BudgetCheck check = BudgetCheck.of(budget, model.attribution());
 * if (!check.passes()) {
 *   check.broken().forEach(verdict -> System.out.println(verdict.message()));
 * }
 * }</pre>
 *
 * <p>A budget can also be put together in code: {@link
 * dev.weighbridge.budget.SizeBudget#withLimit}.
 */
@NullMarked
package dev.weighbridge.budget;

import org.jspecify.annotations.NullMarked;
