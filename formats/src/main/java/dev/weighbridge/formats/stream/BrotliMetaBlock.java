package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import java.util.zip.DataFormatException;

/**
 * A compressed meta-block of a Brotli stream. RFC 7932, 5 and 9.3. A literal costs its code; a
 * command with its distance is of the bytes that it copies.
 */
final class BrotliMetaBlock {
  private static final int LITERALS = 256;
  private static final int LITERAL_CONTEXTS = 64;
  private static final int COMMANDS = 704;
  private static final int DISTANCE_CONTEXTS = 4;
  private static final int FIRST_WITH_DISTANCE = 128;

  /** The first codes of insert and copy lengths for each 64 commands, in eights. */
  private static final int[] INSERT_CELL = {0, 0, 0, 0, 1, 1, 0, 2, 1, 2, 2};

  private static final int[] COPY_CELL = {0, 1, 0, 1, 0, 1, 2, 0, 2, 1, 2};

  private static final int[] INSERT_BITS = {
    0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 24
  };
  private static final int[] COPY_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 24
  };
  private static final int[] INSERT_BASE = BrotliBlocks.bases(INSERT_BITS, 0);
  private static final int[] COPY_BASE = BrotliBlocks.bases(COPY_BITS, 2);

  private final BitReader bits;
  private final Restored file;
  private final BrotliDistances distances;
  private final BrotliBlocks literalBlocks;
  private final BrotliBlocks commandBlocks;
  private final BrotliBlocks distanceBlocks;
  private final int postfixBits;
  private final int directCodes;
  private final int[] literalModes;
  private final int[] literalMap;
  private final int[] distanceMap;
  private final PrefixCode[] literalCodes;
  private final PrefixCode[] commandCodes;
  private final PrefixCode[] distanceCodes;

  /** Reads the header, behind the length. */
  BrotliMetaBlock(BitReader bits, Restored file, BrotliDistances distances)
      throws DataFormatException {
    this.bits = bits;
    this.file = file;
    this.distances = distances;
    literalBlocks = new BrotliBlocks(bits);
    commandBlocks = new BrotliBlocks(bits);
    distanceBlocks = new BrotliBlocks(bits);
    postfixBits = bits.read(2);
    directCodes = bits.read(4) << postfixBits;
    literalModes = new int[literalBlocks.types()];
    for (int type = 0; type < literalModes.length; type++) {
      literalModes[type] = bits.read(2);
    }
    int literalCount = BrotliCodes.count(bits);
    literalMap = map(LITERAL_CONTEXTS * literalBlocks.types(), literalCount);
    int distanceCount = BrotliCodes.count(bits);
    distanceMap = map(DISTANCE_CONTEXTS * distanceBlocks.types(), distanceCount);
    literalCodes = codes(literalCount, LITERALS);
    commandCodes = codes(commandBlocks.types(), COMMANDS);
    int distanceSymbols = BrotliDistances.REMEMBERED + directCodes + (48 << postfixBits);
    distanceCodes = codes(distanceCount, distanceSymbols);
  }

  private int[] map(int size, int codes) throws DataFormatException {
    return codes == 1 ? new int[size] : BrotliCodes.contextMap(bits, size, codes);
  }

  private PrefixCode[] codes(int count, int symbols) throws DataFormatException {
    PrefixCode[] codes = new PrefixCode[count];
    for (int i = 0; i < count; i++) {
      codes[i] = BrotliCodes.code(bits, symbols);
    }
    return codes;
  }

  /** Reads commands until so many bytes have come out. */
  void read(int size) throws DataFormatException {
    long end = file.position() + size;
    while (file.position() < end) {
      long before = bits.position();
      int type = commandBlocks.next();
      int command = commandCodes[type].read(bits);
      int insert = INSERT_CELL[command >>> 6] * 8 + (command >>> 3 & 7);
      int copy = COPY_CELL[command >>> 6] * 8 + (command & 7);
      int insertSize = INSERT_BASE[insert] + bits.read(INSERT_BITS[insert]);
      int copySize = COPY_BASE[copy] + bits.read(COPY_BITS[copy]);
      long ofCommand = bits.position() - before;
      if (insertSize > end - file.position()) {
        throw new DataFormatException("literals beyond the end of a meta-block");
      }
      literals(insertSize);
      if (file.position() < end) {
        copy(copySize, command < FIRST_WITH_DISTANCE, ofCommand);
        if (file.position() > end) {
          throw new DataFormatException("a copy beyond the end of a meta-block");
        }
      }
    }
  }

  private void literals(int count) throws DataFormatException {
    for (int i = 0; i < count; i++) {
      long before = bits.position();
      int type = literalBlocks.next();
      int context = BrotliContext.of(literalModes[type], file.back(1), file.back(2));
      int code = literalMap[LITERAL_CONTEXTS * type + context];
      int value = literalCodes[code].read(bits);
      file.literal(value, (bits.position() - before) * BIT);
    }
  }

  private void copy(int size, boolean isLast, long ofCommand) throws DataFormatException {
    long farthest = distances.farthest(file.position());
    long before = bits.position();
    int code = 0;
    if (!isLast) {
      int type = distanceBlocks.next();
      int context = DISTANCE_CONTEXTS * type + Math.min(size - 2, DISTANCE_CONTEXTS - 1);
      code = distanceCodes[distanceMap[context]].read(bits);
    }
    int distance =
        code < BrotliDistances.REMEMBERED ? distances.remembered(code) : newDistance(code);
    long cost = (ofCommand + bits.position() - before) * BIT;
    if (distance <= farthest) {
      file.match(distance, size, cost);
      if (code != 0) {
        distances.remember(distance);
      }
    } else {
      byte[] word = BrotliDictionary.word(size, distance - farthest - 1);
      file.append(word, 0, word.length, cost);
    }
  }

  /** RFC 7932, 4. */
  private int newDistance(int code) throws DataFormatException {
    int behind = code - BrotliDistances.REMEMBERED - directCodes;
    if (behind < 0) {
      return code - BrotliDistances.REMEMBERED + 1;
    }
    int width = 1 + (behind >>> (postfixBits + 1));
    int high = behind >>> postfixBits;
    int low = behind & ((1 << postfixBits) - 1);
    long offset = ((2L + (high & 1)) << width) - 4 + bits.read(width);
    long distance = (offset << postfixBits) + low + directCodes + 1;
    if (distance > Integer.MAX_VALUE) {
      throw new DataFormatException("a distance of more than 2 GiB");
    }
    return (int) distance;
  }
}
