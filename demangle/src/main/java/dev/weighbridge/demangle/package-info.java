/**
 * Rust, C++ and Swift symbol names, read as text and as structure.
 *
 * <p>A compiler turns a path such as {@code serde_json::de::from_str::<Config>} into a symbol name
 * of letters, digits and underscores. Rust does so in two ways: the <i>v0</i> mangling, which
 * spells everything, and the older <i>legacy</i> mangling, which leaves most types out and adds a
 * hash. This package reads both, the names of C++ as GCC, Clang and Microsoft write them, and those
 * of Swift; it leaves all others alone.
 *
 * <h2>Text</h2>
 *
 * {@link dev.weighbridge.demangle.Demangler} reads a name of any of them:
 *
 * <pre>{@code
 * System.out.println(Demangler.demangle("_RNvNtC4core3ptr4read")); // core::ptr::read
 * System.out.println(Demangler.demangle("_ZN3foo3barEi"));         // foo::bar(int)
 * }</pre>
 *
 * {@link dev.weighbridge.demangle.RustDemangler} gives the text of the reference demangler, with or
 * without the numbers that only tell equal names apart:
 *
 * <pre>{@code
 * String name = "_RINvNtC10serde_json2de8from_strNtCs_4mine6ConfigEBv_";
 * String text = RustDemangler.demangle(name);
 * String exact = RustDemangler.demangle(name, HashVisibility.SHOWN);
 * System.out.println(text);  // serde_json::de::from_str::<mine::Config>
 * System.out.println(exact); // serde_json::de::from_str::<mine[1]::Config>
 * System.out.println(RustDemangler.demangle("main"));                // main
 * System.out.println(RustDemangler.tryDemangle("main").isPresent()); // false
 * }</pre>
 *
 * <h2>Structure</h2>
 *
 * A {@link dev.weighbridge.demangle.RustName} tells whose the symbol is. The crate that
 * <i>defines</i> an item holds its source; the crate that is <i>responsible</i> for an instance of
 * something in the standard library is the one whose type it was made for; the <i>instantiating</i>
 * crate is the one that was being compiled. The <i>generic item</i> is what all instances have in
 * common:
 *
 * <pre>{@code
 * RustName drop = RustDemangler.read("_RINvNtC4core3ptr13drop_in_placeNtC4mine6ConfigEC3app").get();
 * System.out.println(drop.text());                               // core::ptr::drop_in_place::<mine::Config>
 * System.out.println(drop.generic());                            // core::ptr::drop_in_place
 * System.out.println(drop.modulePath());                         // core::ptr
 * System.out.println(drop.crates().defining().get().name());      // core
 * System.out.println(drop.crates().responsible().get().name());   // mine
 * System.out.println(drop.crates().instantiating().get().name()); // app
 * }</pre>
 *
 * <h2>A million names</h2>
 *
 * Symbol tables hold names as bytes. A {@link dev.weighbridge.demangle.NameSlice} points at one, a
 * {@link dev.weighbridge.demangle.RustNameReader} answers the same questions with ranges of bytes
 * and numbers, and a {@link dev.weighbridge.demangle.TextBuffer} collects text; none of them makes
 * an object for a name:
 *
 * <pre>{@code
 * byte[] table = " _RINvC3foo3barhE _RINvC3foo3bartE ".getBytes(StandardCharsets.US_ASCII);
 * RustNameReader reader = new RustNameReader();
 * NameSlice slice = new NameSlice();
 * reader.read(slice.set(table, 1, 16));
 * long generic = reader.genericId();
 * reader.read(slice.set(table, 18, 16));
 * System.out.println(reader.genericId() == generic);         // true
 * System.out.println(reader.definingCrate().isNamed("foo")); // true
 *
 * TextBuffer out = new TextBuffer();
 * new RustDemangler().append(slice, HashVisibility.HIDDEN, out);
 * System.out.println(out); // foo::bar::<u16>
 * }</pre>
 *
 * <h2>C++</h2>
 *
 * {@link dev.weighbridge.demangle.ItaniumDemangler} gives the text that {@code c++filt} gives, and
 * {@link dev.weighbridge.demangle.ItaniumNameReader} tells which symbols were made from the same
 * template. Ask for Rust first, as {@link dev.weighbridge.demangle.Demangler} does, because a
 * legacy Rust name is built as a C++ name is:
 *
 * <pre>{@code
 * String pushBack = "_ZNSt6vectorIiSaIiEE9push_backERKi";
 * System.out.println(ItaniumDemangler.demangle(pushBack)); // std::vector<int, std::allocator<int> >::push_back(int const&)
 * ItaniumNameReader names = new ItaniumNameReader();
 * names.read(NameSlice.of(pushBack));
 * long ofInt = names.genericId();
 * names.read(NameSlice.of("_ZNSt6vectorI3FooSaIS0_EE9push_backEOS0_"));
 * System.out.println(names.genericId() == ofInt); // true
 * System.out.println(names.isTemplateInstance()); // true
 * TextBuffer template = new TextBuffer();
 * names.appendGeneric(template);
 * System.out.println(template); // std::vector::push_back
 * }</pre>
 *
 * <h2>Swift</h2>
 *
 * {@link dev.weighbridge.demangle.SwiftDemangler} gives the texts that {@code swift-demangle}
 * gives:
 *
 * <pre>{@code
 * String load = "$s3app5StoreV4load2atS2i_tKF";
 * System.out.println(SwiftDemangler.demangle(load));       // app.Store.load(at: Swift.Int) throws -> Swift.Int
 * System.out.println(SwiftDemangler.tryBrief(load).get()); // Store.load(at:)
 * }</pre>
 *
 * <h2>Limits</h2>
 *
 * Names come from files that anybody can write. Nesting deeper than 500 is refused, text ends at a
 * million bytes with {@code {size limit reached}}, back references are followed as long as the work
 * stays bounded, and nothing depends on the size of the thread's stack. C++ names are refused where
 * they nest deeper than 256 or give more than a million bytes; half a mebibyte of stack is enough
 * for them. No name makes reading it fail with an exception.
 *
 * @see <a href="https://doc.rust-lang.org/rustc/symbol-mangling/v0.html">v0 Symbol Format</a>
 * @see <a href="https://rust-lang.github.io/rfcs/2603-rust-symbol-name-mangling-v0.html">RFC
 *     2603</a>
 * @see <a href="https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling">Itanium C++ ABI</a>
 */
@NullMarked
package dev.weighbridge.demangle;

import org.jspecify.annotations.NullMarked;
