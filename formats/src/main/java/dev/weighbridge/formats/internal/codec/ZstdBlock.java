package dev.weighbridge.formats.internal.codec;

import java.util.zip.DataFormatException;

/** The compressed blocks of one frame: literals, and sequences that place them. RFC 8878, 3.1.1. */
final class ZstdBlock {
  private final ZstdSink sink;
  private final ZstdLiterals literals = new ZstdLiterals();
  private final ZstdCode literalLength = ZstdCode.literalLength();
  private final ZstdCode matchLength = ZstdCode.matchLength();
  private final ZstdCode offset = ZstdCode.offset();

  /** The offsets used last, the newest first. RFC 8878, 3.1.1.5. */
  private final int[] recent = {1, 4, 8};

  private int literalsUsed;
  private int restored;

  ZstdBlock(ZstdSink sink) {
    this.sink = sink;
  }

  void decode(byte[] block) throws DataFormatException {
    literalsUsed = 0;
    restored = 0;
    sequences(block, literals.read(block));
    appendLiterals(literals.count() - literalsUsed);
  }

  /** RFC 8878, 3.1.1.3.2: a count, three tables, one stream. */
  private void sequences(byte[] block, int start) throws DataFormatException {
    int at = start;
    int first = at(block, at++);
    int count = first;
    if (first == 255) {
      count = 0x7F00 + at(block, at) + (at(block, at + 1) << 8);
      at += 2;
    } else if (first >= 128) {
      count = ((first - 128) << 8) + at(block, at++);
    }
    if (count == 0) {
      requireEnd(at == block.length);
      return;
    }
    int modes = at(block, at++);
    requireEnd((modes & 3) == 0);
    at = literalLength.choose(modes >>> 6, block, at);
    at = offset.choose((modes >>> 4) & 3, block, at);
    at = matchLength.choose((modes >>> 2) & 3, block, at);
    execute(new ZstdBits(block, at, block.length), count);
  }

  private void execute(ZstdBits stream, int count) throws DataFormatException {
    literalLength.begin(stream);
    offset.begin(stream);
    matchLength.begin(stream);
    for (int i = 0; i < count; i++) {
      long before = stream.left();
      int offsetValue = offset.value(stream);
      int match = matchLength.value(stream);
      int literal = literalLength.value(stream);
      appendLiterals(literal);
      limit(match);
      int distance = distance(offsetValue, literal == 0);
      if (i < count - 1) {
        literalLength.advance(stream);
        matchLength.advance(stream);
        offset.advance(stream);
      }
      sink.repeat(distance, match, (int) (before - stream.left()));
    }
    requireEnd(stream.left() == 0);
  }

  /** Small values name a recent offset, shifted by one where no literals come before the match. */
  private int distance(int value, boolean isShifted) throws DataFormatException {
    if (value > 3) {
      recall(2, value - 3);
      return value - 3;
    }
    int which = isShifted ? value : value - 1;
    int distance = which < 3 ? recent[which] : recent[0] - 1;
    if (distance == 0) {
      throw new DataFormatException("an offset of 0");
    }
    recall(Math.min(which, 2), distance);
    return distance;
  }

  /** Puts an offset first; those before its old place move back by one. */
  private void recall(int oldPlace, int distance) {
    System.arraycopy(recent, 0, recent, 1, oldPlace);
    recent[0] = distance;
  }

  private void appendLiterals(int count) throws DataFormatException {
    if (count > literals.count() - literalsUsed) {
      throw new DataFormatException("more literals than there are");
    }
    limit(count);
    sink.append(literals.array(), literalsUsed, count, literals.bits());
    literalsUsed += count;
  }

  private void limit(int count) throws DataFormatException {
    if (count > ZstdLiterals.MAX_BLOCK - restored) {
      throw new DataFormatException("a block that restores more than 128 KiB");
    }
    restored += count;
  }

  private static void requireEnd(boolean isAtEnd) throws DataFormatException {
    if (!isAtEnd) {
      throw new DataFormatException("sequences of another length");
    }
  }

  private static int at(byte[] block, int index) throws DataFormatException {
    if (index >= block.length) {
      throw new DataFormatException("a block that is cut");
    }
    return block[index] & 0xFF;
  }
}
