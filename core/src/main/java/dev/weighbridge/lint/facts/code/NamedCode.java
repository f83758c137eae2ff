package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.work.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Code sorted by what the raw names of its functions contain. Both manglings spell a path as
 * lengths and words, {@code 4core3fmt}, so no name need be demangled.
 *
 * @param functions how many functions have names
 * @param formatting bytes of functions of {@code core::fmt}
 * @param debugFormatting bytes of implementations of {@code Debug}
 * @param floats bytes of the printing of floating-point numbers
 * @param allocator bytes of well-known allocators
 */
public record NamedCode(
    int functions, long formatting, long debugFormatting, long floats, long allocator) {
  private static final DerivedKey<NamedCode> KEY = new Key();
  private static final byte[] FMT = ascii("4core3fmt");
  private static final byte[] DEBUG = ascii("3fmt5Debug");
  private static final byte[] LEGACY_DEBUG = ascii("fmt..Debug$");
  private static final List<byte[]> FLOAT = List.of(ascii("7flt2dec"), ascii("5float"));
  private static final List<byte[]> ALLOCATORS =
      List.of(ascii("_rjem_"), ascii("je_"), ascii("mi_"), ascii("_mi_"), ascii("tc_"));

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private record Key() implements DerivedKey<NamedCode> {
    @Override
    public String name() {
      return "named code";
    }

    @Override
    public NamedCode derive(Attribution attribution, Work work) {
      return NamedCode.find(attribution);
    }
  }

  /** The named code of a file. */
  public static NamedCode of(Attribution attribution) {
    return attribution.get(KEY);
  }

  private static NamedCode find(Attribution attribution) {
    Functions functions = Functions.of(attribution);
    Owners owners = attribution.owners();
    int named = 0;
    long[] sums = new long[4];
    byte[] name = new byte[256];
    for (int row = 0; row < functions.count(); row++) {
      Work.checkAt(row);
      int owner = functions.owner(row);
      if (!owners.isSymbol(owner)) {
        continue;
      }
      SymbolTable symbols = owners.symbols(owner);
      int symbol = owners.symbolRow(owner);
      int length = symbols.nameLength(symbol);
      if (length > name.length) {
        name = new byte[2 * length];
      }
      symbols.copyName(symbol, name);
      named++;
      int group = group(name, length);
      if (group >= 0) {
        sums[group] += functions.codeSize(row);
      }
    }
    return new NamedCode(named, sums[0], sums[1], sums[2], sums[3]);
  }

  private static int group(byte[] name, int length) {
    if (contains(name, length, DEBUG) || contains(name, length, LEGACY_DEBUG)) {
      return 1;
    }
    for (byte[] part : FLOAT) {
      if (contains(name, length, part)) {
        return 2;
      }
    }
    if (contains(name, length, FMT)) {
      return 0;
    }
    for (byte[] prefix : ALLOCATORS) {
      if (startsWith(name, length, prefix, 0)) {
        return 3;
      }
    }
    return -1;
  }

  private static boolean contains(byte[] name, int length, byte[] part) {
    for (int at = 0; at + part.length <= length; at++) {
      if (startsWith(name, length, part, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] name, int length, byte[] part, int at) {
    if (at + part.length > length) {
      return false;
    }
    for (int i = 0; i < part.length; i++) {
      if (name[at + i] != part[i]) {
        return false;
      }
    }
    return true;
  }
}
