/**
 * Which library code of C, C++ and other languages comes from: by what units of debug information
 * say of themselves, or by names of symbols. Rules of your own go before those that come with this.
 *
 * <pre>{@code
 * LibraryRules rules = LibraryRules.read(Path.of("libraries.toml"));
 * BinaryModel model = BinaryModel.open(path, OpenOptions.DEFAULT.withLibraries(rules));
 * }</pre>
 */
@NullMarked
package dev.weighbridge.libraries;

import org.jspecify.annotations.NullMarked;
