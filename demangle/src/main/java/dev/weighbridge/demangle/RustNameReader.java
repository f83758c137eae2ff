package dev.weighbridge.demangle;

import dev.weighbridge.demangle.legacy.LegacySpelling;
import dev.weighbridge.demangle.legacy.LegacyStructure;
import dev.weighbridge.demangle.legacy.RootedSpelling;
import dev.weighbridge.demangle.rust.CrateMention;
import dev.weighbridge.demangle.rust.CrateSet;
import dev.weighbridge.demangle.rust.LegacyHash;
import dev.weighbridge.demangle.rust.PathElements;
import dev.weighbridge.demangle.rust.SysrootCrates;
import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;
import dev.weighbridge.demangle.v0.ElementsPrinter;
import dev.weighbridge.demangle.v0.V0PathReader;
import java.util.Objects;

/**
 * Reads the structure of Rust symbol names, one after another, without making an object for any of
 * them.
 *
 * <p>{@link #read} answers whether a name is Rust; then the other methods tell about that name
 * until the next one is read. Identities are 64-bit hashes that are the same in every run and on
 * every machine; for their text make a {@link RustName} of one name that has the identity. Not safe
 * for use by several threads at once.
 *
 * <p>Unlike the text, which follows the reference demangler, the structure is also read of names
 * with the suffix {@code externref shim}. A name that a tool has demangled before it wrote it, hash
 * and all, is read as the legacy name that it was; then crates and shims are ranges of what it was.
 * A v0 name that was demangled with the hashes of its crates is read as the legacy name of the
 * item.
 */
public final class RustNameReader {
  private final CrateSet standard;
  private final MangledRange range = new MangledRange();
  private final PathElements elements = new PathElements();
  private final V0PathReader spine = new V0PathReader(elements);
  private final V0PathReader instantiatingSpine = new V0PathReader(new PathElements());
  private final ElementsPrinter printer = new ElementsPrinter(spine, elements);
  private final LegacyStructure legacy;
  private final LegacySpelling spelling = new LegacySpelling();
  private final RootedSpelling rooted = new RootedSpelling();
  private final CrateMention v0ForeignMention = new CrateMention();

  private final CrateRange none = new CrateRange(new CrateMention());
  private final CrateRange v0Defining = new CrateRange(spine.crate());
  private final CrateRange v0Foreign = new CrateRange(v0ForeignMention);
  private final CrateRange v0Instantiating = new CrateRange(instantiatingSpine.crate());
  private final CrateRange legacyDefining;
  private final CrateRange legacyForeign;
  private CrateRange defining = none;

  private ManglingScheme scheme = ManglingScheme.V0;
  private byte[] bytes = new byte[0];

  /** Where the path of the instantiating crate stands; -1 if there is none. */
  private int instantiatingAt;

  private int suffixStart;

  /** Makes a reader to which the crates of {@link StandardCrates#BY_NAME} are the standard ones. */
  public RustNameReader() {
    this(StandardCrates.BY_NAME);
  }

  /**
   * Makes a reader.
   *
   * @param standard decides which crates are of the standard library, so that somebody else is
   *     responsible for an instance of their generic items
   */
  public RustNameReader(StandardCrates standard) {
    Objects.requireNonNull(standard, "standard");
    // Asked without a detour, because it is asked for most names.
    this.standard =
        standard == StandardCrates.BY_NAME ? SysrootCrates.INSTANCE : standard::isStandard;
    legacy = new LegacyStructure(this.standard, elements);
    legacyDefining = new CrateRange(legacy.crate());
    legacyForeign = new CrateRange(legacy.foreignCrate());
  }

  /**
   * Reads a name.
   *
   * @return false if it is not Rust; then the other answers are those of a name that tells nothing
   */
  public boolean read(NameSlice name) {
    bytes = name.array();
    instantiatingAt = -1;
    int end = name.offset() + name.length();
    ManglingScheme found = range.find(bytes, name.offset(), end);
    if (found != null) {
      scheme = found;
      suffixStart = found == ManglingScheme.V0 ? readV0() : readLegacy();
      if (suffixStart >= 0 && NameEnd.isSuffixOrShim(bytes, suffixStart, range.end())) {
        return true;
      }
    } else if (spelling.find(bytes, name.offset(), end)) {
      if (NameEnd.isSuffixOrShim(bytes, spelling.end(), end)
          && readSpelled(name.offset(), spelling.end())) {
        return true;
      }
    } else if (rooted.find(bytes, name.offset(), end)
        && NameEnd.isSuffixOrShim(bytes, rooted.end(), end)
        && readRooted(name.offset())) {
      return true;
    }
    forget();
    return false;
  }

  private boolean readRooted(int start) {
    bytes = rooted.spell(bytes, start);
    return spelling.find(bytes, 0, rooted.length()) && readSpelled(0, rooted.end());
  }

  private boolean readSpelled(int start, int end) {
    suffixStart = end;
    bytes = spelling.mangle(bytes, start);
    scheme = ManglingScheme.LEGACY;
    defining = legacyDefining;
    return legacy.read(bytes, 0, spelling.length()) >= 0;
  }

  private void forget() {
    scheme = ManglingScheme.V0;
    spine.forget();
    defining = v0Defining;
    instantiatingAt = -1;
    suffixStart = -1;
  }

  private int readV0() {
    spine.begin(bytes, range.origin(), range.end());
    boolean isRead = spine.readPathAt(range.origin());
    if (!isRead && !spine.isLost()) {
      return -1;
    }
    defining = v0Defining;
    int behind = isRead ? spine.position() : spine.skipLostPath(range.origin());
    if (behind < 0 || behind == range.end() || !Ascii.isUpper(bytes[behind])) {
      return behind;
    }
    instantiatingAt = behind;
    return spine.skipPathAt(behind);
  }

  private int readLegacy() {
    defining = legacyDefining;
    return legacy.read(bytes, range.origin(), range.end());
  }

  /** How the name is mangled; {@code V0} if it is not Rust. */
  public ManglingScheme scheme() {
    return scheme;
  }

  /**
   * The crate whose source holds the item: that of an impl for the impl's items, that of a trait
   * for its default methods. Absent if the name does not tell.
   */
  public CrateRange definingCrate() {
    return defining;
  }

  /**
   * The crate to whom the symbol is due: the defining crate, unless that is of the standard library
   * and the name mentions another crate in the Self type, the trait or the generic arguments; then
   * the first of these. Absent if the name does not tell.
   */
  public CrateRange responsibleCrate() {
    if (defining.isPresent() && !defining.isIn(standard)) {
      return defining;
    }
    CrateRange first = scheme == ManglingScheme.V0 ? v0ForeignCrate() : legacyForeign;
    return first.isPresent() ? first : defining;
  }

  private CrateRange v0ForeignCrate() {
    spine.findForeignCrate(standard, v0ForeignMention);
    return v0Foreign;
  }

  /**
   * The crate whose compilation made this copy of a generic or inline function. Absent if the name
   * does not tell, which is so for items that are made once, in their own crate.
   */
  public CrateRange instantiatingCrate() {
    if (instantiatingAt < 0) {
      return none;
    }
    instantiatingSpine.begin(bytes, range.origin(), range.end());
    instantiatingSpine.readPathAt(instantiatingAt);
    return instantiatingSpine.isLost() ? none : v0Instantiating;
  }

  /** Whether {@link #definingCrate()} is certain; in legacy names it is sometimes a guess. */
  public boolean isDefiningCrateExact() {
    return defining.isPresent() && (scheme == ManglingScheme.V0 || legacy.isExact());
  }

  /**
   * Identity of the item whose instances differ only in generic arguments: the path with the place
   * and number of its impls, without arguments and Self types. In a legacy name, which has no
   * arguments but for drop glue, the path without the hash.
   */
  public long genericId() {
    return elements.id();
  }

  /** Identity as in {@link #genericId()}, but without closures and shims at the end of the path. */
  public long enclosingId() {
    return elements.enclosingId();
  }

  /** Identity of the crate and the modules around the item. */
  public long moduleId() {
    return elements.moduleId();
  }

  /**
   * Appends the module around the item, from its crate, such as {@code core::fmt}, as {@link
   * RustName#modulePath()} says it; nothing if it is unknown.
   */
  public void appendModulePath(TextBuffer out) {
    print(elements.moduleCount(), out.utf8());
  }

  /**
   * How many closures and shims stand at the end of the path: as many words in braces end the text,
   * and without them it is the function around them.
   */
  public int innerCount() {
    return elements.count() - elements.enclosingCount();
  }

  /** Whether the item is a closure or an async body, or a shim for one. */
  public boolean isClosure() {
    return elements.isClosure();
  }

  /** Whether the item is a shim that the compiler made. */
  public boolean isShim() {
    return shimStart() >= 0;
  }

  /**
   * First byte of the word for the kind of shim, such as {@code vtable} or {@code reify}, in the
   * array of the slice if the name is mangled; -1 if the item is no shim.
   */
  public int shimStart() {
    return scheme == ManglingScheme.V0 ? elements.shimStart() : legacy.shimStart();
  }

  /** First byte after the word for the kind of shim; -1 if the item is no shim. */
  public int shimEnd() {
    return scheme == ManglingScheme.V0 ? elements.shimEnd() : legacy.shimEnd();
  }

  /**
   * Whether the symbol is an instance of something generic: it has generic arguments or was
   * instantiated for a crate. Always false for legacy names, which do not tell.
   */
  public boolean isGenericInstance() {
    return scheme == ManglingScheme.V0 && (instantiatingAt >= 0 || spine.hasArguments());
  }

  /** Whether the name carries a hash, as legacy names do. */
  public boolean hasHash() {
    return scheme == ManglingScheme.LEGACY && legacy.hashStart() >= 0;
  }

  /** The hash of a legacy name, unsigned; 0 if the name has none. */
  public long hash() {
    return hasHash() ? LegacyHash.value(bytes, legacy.hashStart()) : 0;
  }

  /**
   * Where the suffix starts in the array of the slice; the end of the name if it has none; -1 if
   * the name is not Rust.
   */
  public int suffixStart() {
    return suffixStart;
  }

  PathElements elements() {
    return elements;
  }

  /** Appends the first elements as text. */
  void print(int count, Utf8Buffer out) {
    printer.print(count, bytes, out);
  }

  V0PathReader spine() {
    return spine;
  }

  LegacyStructure legacy() {
    return legacy;
  }

  /** Part of the mangled name as text. */
  String text(int start, int end) {
    return new NameSlice(bytes, start, end - start).toString();
  }

  /** First of the digits of a legacy name's hash; -1 if it has none. */
  int hashStart() {
    return legacy.hashStart();
  }
}
