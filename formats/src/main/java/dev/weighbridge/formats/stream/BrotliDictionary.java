package dev.weighbridge.formats.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;

/**
 * The words that every Brotli stream may use without bringing them, in 121 forms. RFC 7932, 8,
 * appendices A and B. Read when a stream first uses one.
 */
final class BrotliDictionary {
  private static final int LONGEST = 24;
  private static final int FORMS = 121;
  private static final int UPPERCASE_FIRST = 10;
  private static final int UPPERCASE_ALL = 11;
  private static final int MOST_OMITTED = 9;

  /** How many bits number the words of each length. */
  private static final int[] WORD_BITS = {
    0, 0, 0, 0, 10, 10, 11, 11, 10, 10, 10, 10, 10, 9, 9, 8, 7, 7, 8, 7, 7, 6, 6, 5, 5
  };

  private final byte[] content;
  private final int[] firstWord = new int[LONGEST + 1];
  private final int[] firstByte = new int[FORMS];

  private BrotliDictionary(byte[] content) {
    this.content = content;
    int at = 0;
    for (int length = 4; length <= LONGEST; length++) {
      firstWord[length] = at;
      at += length << WORD_BITS[length];
    }
    for (int form = 0; form < FORMS; form++) {
      firstByte[form] = at;
      int suffix = at + 2 + content[at + 1];
      at = suffix + 1 + content[suffix];
    }
  }

  private static final class Loaded {
    static final BrotliDictionary ONLY = load();

    private static BrotliDictionary load() {
      String name = "brotli-dictionary.gz";
      try (InputStream stream =
          new GZIPInputStream(
              Objects.requireNonNull(BrotliDictionary.class.getResourceAsStream(name), name))) {
        return new BrotliDictionary(stream.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * A word in one of its forms.
   *
   * @param length of the word as it is in the dictionary
   * @param number of the word among those of its length and of its form
   */
  static byte[] word(int length, long number) throws DataFormatException {
    int bits = length <= LONGEST ? WORD_BITS[length] : 0;
    if (bits == 0 || number >>> bits >= FORMS) {
      throw new DataFormatException("a word that is not in the dictionary");
    }
    BrotliDictionary dictionary = Loaded.ONLY;
    int index = (int) (number & ((1 << bits) - 1));
    int start = dictionary.firstWord[length] + index * length;
    return dictionary.formed(start, length, (int) (number >>> bits));
  }

  private byte[] formed(int start, int length, int form) {
    int at = firstByte[form];
    int operation = content[at];
    int suffix = at + 2 + content[at + 1];
    boolean isLastOmitted = operation <= MOST_OMITTED;
    boolean isFirstOmitted = operation > UPPERCASE_ALL;
    int omittedLast = isLastOmitted ? Math.min(length, operation) : 0;
    int omittedFirst = isFirstOmitted ? Math.min(length, operation - UPPERCASE_ALL) : 0;
    int size = length - omittedLast - omittedFirst;
    byte[] word = new byte[size];
    System.arraycopy(content, start + omittedFirst, word, 0, size);
    if (operation == UPPERCASE_FIRST || operation == UPPERCASE_ALL) {
      int next = 0;
      do {
        next += uppercase(word, next);
      } while (operation == UPPERCASE_ALL && next < size);
    }
    ByteArrayOutputStream formed = new ByteArrayOutputStream();
    formed.write(content, at + 2, content[at + 1]);
    formed.write(word, 0, size);
    formed.write(content, suffix + 1, content[suffix]);
    return formed.toByteArray();
  }

  /** RFC 7932, 8: a rough upper case of one character of UTF-8; returns its bytes. */
  private static int uppercase(byte[] word, int at) {
    int first = word[at] & 0xFF;
    if (first < 0xC0) {
      word[at] ^= (byte) (first >= 'a' && first <= 'z' ? 0x20 : 0);
      return 1;
    }
    int changed = at + (first < 0xE0 ? 1 : 2);
    if (changed < word.length) {
      word[changed] ^= (byte) (first < 0xE0 ? 0x20 : 5);
    }
    return first < 0xE0 ? 2 : 3;
  }
}
