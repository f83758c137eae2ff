package dev.weighbridge.fleet;

import java.io.IOException;

/** Says in one sentence what about a store, or what was to be put into it, is not as expected. */
public final class StoreException extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong: where, what was expected, what was found. */
  public StoreException(String where, String expected, String found) {
    super(where + ": expected " + expected + ", found " + found);
  }
}
