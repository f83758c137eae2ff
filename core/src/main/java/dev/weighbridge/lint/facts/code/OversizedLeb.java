package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;

/**
 * Numbers in the code of a Wasm module that are longer than they need be. A linker leaves five
 * bytes for each number that it fills in: behind {@code call} the bytes {@code 8x 8x 80 80 00}.
 *
 * @param count how many there are
 * @param wasted bytes that shorter forms would save
 * @param code bytes of code in all
 * @param first file offset of the first one, -1 if there is none
 */
public record OversizedLeb(int count, long wasted, long code, long first) {
  private static final DerivedKey<OversizedLeb> KEY = new Key();
  private static final int LENGTH = 5;

  private record Key() implements DerivedKey<OversizedLeb> {
    @Override
    public String name() {
      return "oversized numbers";
    }

    @Override
    public OversizedLeb derive(Attribution attribution, Work work) {
      return OversizedLeb.find(attribution);
    }
  }

  /** The padded numbers of a file. */
  public static OversizedLeb of(Attribution attribution) {
    return attribution.get(KEY);
  }

  private static OversizedLeb find(Attribution attribution) {
    Partition partition = attribution.partition();
    Bytes file = attribution.file().bytes();
    int count = 0;
    long wasted = 0;
    long code = 0;
    long first = -1;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (partition.kindOrdinal(span) != Kind.CODE.ordinal()) {
        continue;
      }
      code += partition.fileSize(span);
      long end = partition.end(span) - LENGTH;
      for (long at = partition.start(span); at <= end; at++) {
        int waste = waste(file, at);
        if (waste > 0) {
          count++;
          wasted += waste;
          first = first < 0 ? at : first;
          at += LENGTH - 1;
        }
      }
    }
    return new OversizedLeb(count, wasted, code, first);
  }

  /** How many of five bytes an unsigned number ending in zeros does without; 0 if it is none. */
  private static int waste(Bytes file, long at) {
    if (file.u8(at + 4) != 0
        || file.u8(at + 3) != 0x80
        || (file.u8(at) & file.u8(at + 1) & 0x80) == 0) {
      return 0;
    }
    int third = file.u8(at + 2);
    if ((third & 0x80) == 0) {
      return 0;
    }
    return third != 0x80 ? 2 : file.u8(at + 1) != 0x80 ? 3 : 4;
  }
}
