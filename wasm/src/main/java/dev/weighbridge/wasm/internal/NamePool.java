package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Names that stand nowhere in the file and had to be made, end to end. */
final class NamePool {
  private byte[] bytes = new byte[256];
  private int length;

  /** Where the next name starts. */
  int position() {
    return length;
  }

  void text(String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    room(added.length);
    System.arraycopy(added, 0, bytes, length, added.length);
    length += added.length;
  }

  void copy(Bytes source, long start, int count) {
    room(count);
    source.copy(start, bytes, length, count);
    length += count;
  }

  /** Adds again what was added before. */
  void repeat(int start, int count) {
    room(count);
    System.arraycopy(bytes, start, bytes, length, count);
    length += count;
  }

  /** {@code func[17]}. */
  void indexed(String kind, int index) {
    room(kind.length() + 12);
    for (int i = 0; i < kind.length(); i++) {
      bytes[length++] = (byte) kind.charAt(i);
    }
    bytes[length++] = '[';
    int digits = 1;
    for (int rest = index; rest >= 10; rest /= 10) {
      digits++;
    }
    int rest = index;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    bytes[length++] = ']';
  }

  private void room(int count) {
    int needed = Math.addExact(length, count);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
    }
  }

  Bytes freeze() {
    return Bytes.of(Arrays.copyOf(bytes, length));
  }
}
