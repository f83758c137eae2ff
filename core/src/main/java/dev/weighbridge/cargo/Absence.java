package dev.weighbridge.cargo;

import java.util.Locale;

/** Why a package that Cargo knows has no bytes in a program. */
public enum Absence {
  /** It is linked, and nothing in the program bears its name. That does not prove it unused. */
  NO_BYTES("that are linked, but left no bytes here"),
  /** It is a procedural macro or needed by one: it runs in the compiler. */
  MACRO("that run in the compiler"),
  /** Only build scripts need it. */
  BUILD("that are for building only"),
  /** Only tests, examples and benchmarks need it. */
  DEV("that are for tests only"),
  /** It is a package of the workspace that the program does not need. */
  OTHER_MEMBER("of the workspace that this program does not need"),
  /** Nothing needs it in this build: another platform, or a feature that is off. */
  NOT_NEEDED("that this build does not need");

  private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String text;

  Absence(String text) {
    this.text = text;
  }

  /** The word used in machine output: {@code other-member}. */
  public String key() {
    return key;
  }

  /** What people read behind "packages". */
  public String text() {
    return text;
  }
}
