package dev.weighbridge.category;

import java.util.Locale;

/** What some data is by its shape alone, whatever its name. */
enum DataMark {
  /** Nothing special. */
  NONE,
  /** A {@code core::panic::Location}: which line of which file panics. */
  PANIC_LOCATION,
  /** The path of a source file to which such records point. */
  PANIC_PATH,
  /** A table of methods of a trait object. */
  VTABLE;

  private static final DataMark[] BY_ORDINAL = values();
  private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word used in rule files: {@code panic-location}. */
  public String key() {
    return key;
  }

  /** The mark with this {@link #ordinal()}, without the copy that {@link #values()} makes. */
  static DataMark of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }

  /** How many there are. */
  static int count() {
    return BY_ORDINAL.length;
  }
}
