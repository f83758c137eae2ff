package dev.weighbridge.cli;

import dev.weighbridge.formats.spi.FormatRegistry;

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
    thread.start();
  }

  @Override
  public void run() {
    FormatRegistry.installed();
  }
}
