package dev.weighbridge.formats.stream;

/** What the two bytes before a literal say about it. RFC 7932, 7.1. */
final class BrotliContext {
  private static final int LSB6 = 0;
  private static final int MSB6 = 1;
  private static final int UTF8 = 2;

  /** What an ASCII character is, A for 0, for the byte before. */
  private static final String LAST =
      "AAAAAAAAABBAABAAAAAAAAAAAAAAAAAA"
          + "CDEDDFDEGHDDIDJDLLLLLLLLLLIIGKHD"
          + "DMNNNMNNNMNNNNNMNNNNNMNNNNNGDHDD"
          + "DOPPPOPPPOPPPPPOPPPPPOPPPPPGDHDA";

  /** What an ASCII character is for the byte before that one. */
  private static final String SECOND_LAST =
      "00000000000000000000000000000000"
          + "01111111111111112222222222111111"
          + "12222222222222222222222222211111"
          + "13333333333333333333333333311110";

  private BrotliContext() {}

  /** The context by the last byte and the one before it. */
  static int of(int mode, int last, int secondLast) {
    return switch (mode) {
      case LSB6 -> last & 0x3F;
      case MSB6 -> last >>> 2;
      case UTF8 -> utf8(last, secondLast);
      default -> magnitude(last) << 3 | magnitude(secondLast);
    };
  }

  private static int utf8(int last, int secondLast) {
    int first =
        last < 0x80 ? (LAST.charAt(last) - 'A') << 2 : last < 0xC0 ? last & 1 : 2 + (last & 1);
    int second =
        secondLast < 0x80 ? SECOND_LAST.charAt(secondLast) - '0' : secondLast < 0xE0 ? 0 : 2;
    return first | second;
  }

  /** How far from 0 a signed byte is, in eight classes. */
  private static int magnitude(int value) {
    if (value < 0x40) {
      return value == 0 ? 0 : value < 0x10 ? 1 : 2;
    }
    return value < 0x80 ? 3 : value < 0xC0 ? 4 : value < 0xF0 ? 5 : value < 0xFF ? 6 : 7;
  }
}
