/**
 * Verdicts on a budget, written down.
 *
 * <pre>{@code
 * SizeBudget budget = SizeBudget.EMPTY.withLimit(LimitSubject.FILE, "600 KiB");
 * BudgetCheck check = BudgetCheck.of(budget, model.attribution());
 * new CheckReport(check).write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.check;

import org.jspecify.annotations.NullMarked;
