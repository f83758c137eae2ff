/**
 * What {@code rustc} prints of a compilation when asked: the items it compiled, by {@code
 * -Zprint-mono-items}, and how it laid types out, by {@code -Zprint-type-sizes}.
 *
 * <pre>{@code
 * MonoItems items = MonoItems.read(List.of(Path.of("items.txt")));
 * for (MonoRow row : MonoTable.of(items, MonoFold.GENERIC).rows()) {
 *   System.out.println(row.copies() + " copies of " + row.items() + " items: " + row.label());
 * }
 * }</pre>
 *
 * <p>Lines of other output between these are passed over, so that what a whole build printed can be
 * read. Names are written as the compiler writes them in messages: {@code std::vec::Vec} for what a
 * symbol calls {@code alloc::vec::Vec}, and without the name of the crate that is compiled.
 */
@NullMarked
package dev.weighbridge.rustc;

import org.jspecify.annotations.NullMarked;
