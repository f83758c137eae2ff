package dev.weighbridge.cli;

import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.PluginException;

/**
 * Loads the formats while the arguments are parsed: in a new process both are mostly class loading,
 * and there is more than one processor to do it.
 */
final class FormatWarmer implements Runnable {
  private FormatWarmer() {}

  /** Begins to load. */
  static void start() {
    Thread thread = new Thread(new FormatWarmer(), "format warmer");
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      // No room for another thread: formats are loaded when they are needed.
      return;
    }
  }

  @Override
  public void run() {
    try {
      FormatRegistry.installed();
    } catch (OutOfMemoryError | StackOverflowError | PluginException e) {
      // The main thread has the same trouble and tells it.
      return;
    }
  }
}
