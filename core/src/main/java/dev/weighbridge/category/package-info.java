/**
 * What bytes are for: panic machinery, formatting, drop glue; or whatever rules of your own say.
 *
 * <p>A {@link dev.weighbridge.category.Grouping} is a list of rules, each with a label and
 * conditions on a name, a module, a crate, a section, a kind of bytes. The first rule that fits
 * gives bytes their label, so each byte has exactly one. Groupings are written in TOML, the
 * built-in {@code category} too:
 *
 * <pre>{@code
 * List<Grouping> groupings =
 *     RuleFile.parse("teams.toml", """
 *         [[grouping]]
 *         name = "team"
 *         otherwise = "everybody"
 *
 *         [[grouping.rule]]
 *         label = "payments"
 *         crate = ["billing", "ledger_*"]
 *         """);
 * }</pre>
 *
 * <p>{@code Dimensions.grouping(groupings.get(0))} makes a dimension of one.
 */
@NullMarked
package dev.weighbridge.category;

import org.jspecify.annotations.NullMarked;
