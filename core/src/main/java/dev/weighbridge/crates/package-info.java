/**
 * Whose bytes: the crates of Rust programs, and the owners of what is not Rust.
 *
 * <pre>{@code
 * Attribution attribution = BinaryModel.open(path).attribution();
 * CrateTable crates = Crates.of(attribution, CratePolicy.DEFINING);
 * for (int row = 0; row < crates.count(); row++) {
 *   System.out.println(crates.label(row) + " " + crates.crate(row).origin());
 * }
 * }</pre>
 */
@NullMarked
package dev.weighbridge.crates;

import org.jspecify.annotations.NullMarked;
