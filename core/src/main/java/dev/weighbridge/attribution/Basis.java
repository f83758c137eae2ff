package dev.weighbridge.attribution;

import java.util.Arrays;
import java.util.Locale;

/** How we know whose bytes these are, surest first. */
public enum Basis {
  /** The file says so: a symbol with a size, an unwind record, a table row, a header. */
  EXACT,
  /** The start is stated, the end is the next boundary; or the bytes look like padding. */
  INFERRED,
  /** Code or pointers that refer to the bytes say whose they are. */
  REFERENCED,
  /** Nothing finer than the section or segment around them is known. */
  RESIDUAL;

  private static final Basis[] BY_ORDINAL = values();

  /** By both {@linkplain Evidence#pair evidences} of a span; those of no evidence are residual. */
  private static final byte[] OF_EVIDENCE = new byte[256];

  static {
    Arrays.fill(OF_EVIDENCE, (byte) RESIDUAL.ordinal());
    for (Evidence names : Evidence.values()) {
      for (Evidence bounds : Evidence.values()) {
        OF_EVIDENCE[Evidence.pair(names, bounds)] = (byte) follows(names, bounds).ordinal();
      }
    }
  }

  private static Basis follows(Evidence names, Evidence bounds) {
    return switch (names) {
      case FORMAT, SYMBOL, EXTENT, DEBUG, MAP -> isStated(bounds) ? EXACT : INFERRED;
      case REFERENCE, RELOCATION -> REFERENCED;
      case NEIGHBOUR, PADDING -> INFERRED;
      case SECTION ->
          bounds == Evidence.REFERENCE || bounds == Evidence.RELOCATION ? REFERENCED : RESIDUAL;
    };
  }

  private static boolean isStated(Evidence bounds) {
    return switch (bounds) {
      case FORMAT, SYMBOL, EXTENT, DEBUG, MAP, SECTION -> true;
      case REFERENCE, RELOCATION, NEIGHBOUR, PADDING -> false;
    };
  }

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used in machine output: {@code exact}. */
  public String key() {
    return key;
  }

  /** The basis with this {@link #ordinal()}, without the copy that {@link #values()} makes. */
  public static Basis of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }

  /** The {@link #ordinal()} of the basis that follows from both evidences of a span. */
  public static int ordinalOf(int evidencePair) {
    return OF_EVIDENCE[evidencePair];
  }

  /** How many there are. */
  public static int count() {
    return BY_ORDINAL.length;
  }
}
