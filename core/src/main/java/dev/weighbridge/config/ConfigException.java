package dev.weighbridge.config;

/** A settings file that cannot be used. Its message is one line: where, expected, found. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String expected;
  private final String found;

  /**
   * Says which setting, what it should be and what it is.
   *
   * @param place the file and the dotted path of the setting: {@code budget.toml: limits.file}
   */
  public ConfigException(String place, String expected, String found) {
    super(place + ": expected " + expected + ", found " + found);
    this.place = place;
    this.expected = expected;
    this.found = found;
  }

  /** The file and the dotted path of the setting. */
  public String place() {
    return place;
  }

  /** What the setting should be. */
  public String expected() {
    return expected;
  }

  /** What it is. */
  public String found() {
    return found;
  }
}
