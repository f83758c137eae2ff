package dev.weighbridge.formats;

/** Why something of an image is needed whether or not its own code refers to it. */
public enum RootReason {
  /** The system starts the program there. */
  ENTRY_POINT("entry point"),
  /** Other programs and libraries may use it. */
  EXPORT("export"),
  /** It runs, or is read by what runs, before or after the program: {@code .init_array}. */
  INITIALISER("initialiser"),
  /** Whoever unwinds the stack calls it: a personality routine. */
  UNWINDING("unwinding"),
  /** The system calls it when threads come and go: the callbacks of a PE TLS directory. */
  CALLBACK("callback"),
  /** The format says that it must stay, or it is found by its section and not by a reference. */
  KEPT("kept");

  private final String text;

  RootReason(String text) {
    this.text = text;
  }

  /** The words for people. */
  public String text() {
    return text;
  }
}
