package dev.weighbridge.demangle;

import java.util.Optional;

/**
 * The item that a Rust name names, apart from its crates and from what tells equal names apart.
 *
 * @param modulePath the module around it, see {@link RustName#modulePath()}
 * @param generic what its instances have in common, see {@link RustName#generic()}
 * @param genericId identity of the same
 * @param enclosingFunction around a closure or async body; empty if the item is none
 * @param shim its kind; empty if the item is none
 * @param isGenericInstance whether it is an instance of something generic
 */
record RustItem(
    String modulePath,
    String generic,
    long genericId,
    Optional<String> enclosingFunction,
    Optional<String> shim,
    boolean isGenericInstance) {}
