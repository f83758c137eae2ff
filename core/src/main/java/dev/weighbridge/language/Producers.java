package dev.weighbridge.language;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the {@code producers} sections of Wasm modules name: languages and tools, without their
 * versions. (WebAssembly tool conventions, "Producers section".)
 */
final class Producers {
  private static final String SECTION = "producers";

  private final Set<String> names = new TreeSet<>();

  // of() fills them for each section.
  private Bytes bytes = Bytes.of(new byte[0]);
  private long at;
  private long end;

  private Producers() {}

  /** The names in a file; empty if it has no such section. */
  static Set<String> of(BinaryFile file) {
    Producers producers = new Producers();
    if (file.format().equals("Wasm") && file.hasBytes()) {
      for (BinaryImage image : file.images()) {
        for (int row = 0; row < image.sections().count(); row++) {
          Section section = image.sections().row(row);
          if (section.name().equals(SECTION)) {
            producers.read(file.bytes(), section.fileStart(), section.fileEnd());
          }
        }
      }
    }
    return producers.names;
  }

  /** A section begins with its id, its size and its name; then come fields of pairs of texts. */
  private void read(Bytes file, long start, long limit) {
    bytes = file;
    end = limit;
    at = start + 1;
    number();
    text();
    long fields = number();
    for (long field = 0; field < fields && at < end; field++) {
      text();
      long values = number();
      for (long value = 0; value < values && at < end; value++) {
        String name = text();
        if (!name.isEmpty()) {
          names.add(name);
        }
        text();
      }
    }
  }

  private long number() {
    long value = 0;
    for (int shift = 0; at < end && shift < 35; shift += 7) {
      int next = bytes.u8(at++);
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        break;
      }
    }
    return value;
  }

  private String text() {
    long length = Math.min(number(), Math.max(0, end - at));
    String text = bytes.text(at, at + length);
    at += length;
    return text;
  }
}
