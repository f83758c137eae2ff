package dev.weighbridge.measure;

import java.util.Locale;

/** What one of a measure is. */
public enum Quantity {
  /** Bytes. */
  BYTES,
  /** Things: functions, calls, lines. */
  COUNT;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used in machine output: {@code bytes}. */
  public String key() {
    return key;
  }
}
