package dev.weighbridge.formats.elf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayList;
import java.util.List;

/** Small sections that hold a text or two. */
final class ElfTexts {
  private final Bytes bytes;

  ElfTexts(Bytes bytes) {
    this.bytes = bytes;
  }

  /** The text at the start. */
  String first() {
    return bytes.text(0, end(0));
  }

  /** All texts that are not empty, in the order of the section. */
  List<String> all() {
    List<String> texts = new ArrayList<>();
    for (long at = 0; at < bytes.length(); ) {
      long end = end(at);
      if (end > at) {
        texts.add(bytes.text(at, end));
      }
      at = end + 1;
    }
    return List.copyOf(texts);
  }

  /** Where the text that starts at {@code start} ends. */
  long end(long start) {
    long limit = Math.min(bytes.length(), start + Limits.MAX_NAME_LENGTH);
    long nul = bytes.indexOf((byte) 0, start, limit);
    return nul < 0 ? limit : nul;
  }
}
