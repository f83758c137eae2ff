package dev.weighbridge.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A line on standard error for work that takes long, gone when the work is done. */
final class Progress implements Runnable {
  private static final long PATIENCE_MILLIS = 1_000;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final CountDownLatch done = new CountDownLatch(1);
  private final String what;
  private final Console console;
  private boolean isShown;

  private Progress(String what, Console console) {
    this.what = what;
    this.console = console;
  }

  /** Begins to wait; something is said only if the work takes over a second. */
  static Progress start(String what, Console console) {
    Progress progress = new Progress(what, console);
    Thread thread = new Thread(progress, "progress");
    thread.setDaemon(true);
    thread.start();
    return progress;
  }

  @Override
  public void run() {
    try {
      if (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) && Terminal.isThere(2)) {
        show();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void show() {
    if (done.getCount() > 0) {
      isShown = true;
      console.err().print(what + " ...");
      console.err().flush();
    }
  }

  /** Ends the wait, and takes back what was said. */
  synchronized void end() {
    done.countDown();
    if (isShown) {
      console.err().print(ERASE_LINE);
      console.err().flush();
    }
  }
}
