package dev.weighbridge.demangle;

import dev.weighbridge.demangle.legacy.LegacyPrinter;
import dev.weighbridge.demangle.legacy.LegacySpelling;
import dev.weighbridge.demangle.legacy.RootedSpelling;
import dev.weighbridge.demangle.text.Utf8Buffer;
import dev.weighbridge.demangle.v0.V0Printer;
import org.jspecify.annotations.Nullable;

/** Prints Rust names of both schemes, without the suffix behind them. */
final class RustPrinter {
  private final MangledRange range = new MangledRange();
  private final LegacySpelling spelling = new LegacySpelling();
  private final RootedSpelling rooted = new RootedSpelling();
  private int end;
  private @Nullable V0Printer v0;
  private @Nullable LegacyPrinter legacy;

  /**
   * Appends the readable form of a name without its suffix.
   *
   * @return where the suffix starts; -1 if the name is not Rust, and then nothing is appended
   */
  int print(NameSlice name, HashVisibility hashes, Utf8Buffer out) {
    byte[] bytes = name.array();
    boolean isVerbose = hashes == HashVisibility.SHOWN;
    ManglingScheme scheme = range.find(bytes, name.offset(), name.offset() + name.length());
    end = range.end();
    if (scheme == ManglingScheme.V0) {
      if (v0 == null) {
        v0 = new V0Printer();
      }
      return v0.print(bytes, range.origin(), range.end(), isVerbose, out);
    }
    if (scheme == ManglingScheme.LEGACY) {
      if (legacy == null) {
        legacy = new LegacyPrinter();
      }
      return legacy.print(bytes, range.origin(), range.end(), isVerbose, out);
    }
    return printSpelled(bytes, name.offset(), name.offset() + name.length(), isVerbose, out);
  }

  private int printSpelled(byte[] bytes, int start, int limit, boolean isVerbose, Utf8Buffer out) {
    end = limit;
    if (!spelling.find(bytes, start, limit)) {
      return printRooted(bytes, start, limit, isVerbose, out);
    }
    int printed = isVerbose ? spelling.end() : spelling.hashStart() - 2;
    out.put(bytes, start, printed - start);
    return spelling.end();
  }

  private int printRooted(byte[] bytes, int start, int limit, boolean isVerbose, Utf8Buffer out) {
    if (!rooted.find(bytes, start, limit)) {
      return -1;
    }
    if (isVerbose) {
      out.put(bytes, start, rooted.end() - start);
    } else {
      rooted.appendPlain(bytes, start, out);
    }
    return rooted.end();
  }

  /** First byte after the name just printed, without {@code .llvm.}. */
  int end() {
    return end;
  }
}
