package dev.weighbridge.config;

/** A settings file that cannot be used. Its message is one line: where, expected, found. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says which setting, what it should be and what it is.
   *
   * @param place the file and the dotted path of the setting: {@code budget.toml: limits.file}
   */
  public ConfigException(String place, String expected, String found) {
    super(place + ": expected " + expected + ", found " + found);
  }
}
