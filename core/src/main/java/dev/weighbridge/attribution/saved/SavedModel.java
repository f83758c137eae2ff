package dev.weighbridge.attribution.saved;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import java.util.List;

/**
 * A file that keeps what was learned of a binary without the binary.
 *
 * <p>It holds the spans with their owners, the symbols, functions, sections and segments they refer
 * to, a hash of each body, and the regions of memory that were told.
 *
 * <p>What comes back is an {@link Attribution} like any other, so every dimension works on it that
 * needs no bytes, those written later and by others too. What does not come back are the bytes, and
 * with them the relocations, the structures and the typed parser.
 *
 * <p>Writing is deterministic: the same binary gives the same file, byte for byte, on every JDK and
 * machine. The layout is documented in {@code docs/saved-model.md}.
 */
public final class SavedModel {
  /** The version written; this and all earlier ones are read. */
  public static final int VERSION = 1;

  static final int TAG_LENGTH = 4;
  static final String FILE = "FILE";
  static final String WORDS = "WORD";
  static final String IMAGE = "IMAG";
  static final String SYMBOLS = "SYMB";
  static final String FUNCTIONS = "FUNC";
  static final String OWNERS = "OWNR";
  static final String SPANS = "SPAN";
  static final String BODIES = "BODY";
  static final String ANSWER = "ANSW";
  static final String END = "ENDS";

  /** Not text, and broken by any transfer that changes line ends. */
  private static final byte[] MAGIC = {(byte) 0x89, 'W', 'B', 'M', '\r', '\n', 0x1A, '\n'};

  private final int version;
  private final List<MemoryRegion> regions;

  SavedModel(int version, List<MemoryRegion> regions) {
    this.version = version;
    this.regions = List.copyOf(regions);
  }

  static byte[] magic() {
    return MAGIC.clone();
  }

  /** Whether a file begins like a saved model. */
  public static boolean recognises(Bytes file) {
    if (file.length() < MAGIC.length) {
      return false;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (file.u8(i) != (MAGIC[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** The version of the file it was read from. */
  public int version() {
    return version;
  }

  /** The regions of memory that were told when it was saved; none if they were inferred. */
  public List<MemoryRegion> regions() {
    return regions;
  }
}
