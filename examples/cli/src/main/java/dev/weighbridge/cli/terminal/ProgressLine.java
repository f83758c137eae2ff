package dev.weighbridge.cli.terminal;

import dev.weighbridge.formats.work.Progress;
import dev.weighbridge.formats.work.Progress.Unit;
import dev.weighbridge.formats.work.ProgressListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line on standard error for work that takes over a second: what is being done, how far that is
 * and how fast it goes; gone when the work is done or the first of its results is written.
 */
public final class ProgressLine implements Runnable, ProgressListener {
  private static final long PATIENCE_MILLIS = 1_000;
  private static final long BETWEEN_MILLIS = 200;
  private static final long LEAST_NANOS_FOR_RATE = 100_000_000;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final CountDownLatch done = new CountDownLatch(1);
  private final PrintStream err;

  /** The last that was heard, null before. */
  private volatile @Nullable Progress last;

  /** Where and when its stage began, as far as it was looked at. */
  private @Nullable Progress first;

  private long firstAt;
  private boolean isShown;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  /** Begins to wait. */
  public static ProgressLine start(PrintStream err) {
    ProgressLine line = new ProgressLine(err);
    Thread thread = new Thread(line, "progress");
    thread.setDaemon(true);
    thread.start();
    return line;
  }

  @Override
  public void heard(Progress progress) {
    last = progress;
  }

  @Override
  public void run() {
    try {
      if (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) && Terminal.isThere(2)) {
        do {
          show(System.nanoTime());
        } while (!done.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void show(long now) {
    if (done.getCount() > 0) {
      isShown = true;
      err.print(ERASE_LINE + line(now));
      err.flush();
    }
  }

  /** What to show at a time. */
  String line(long now) {
    Progress heard = last;
    if (heard == null) {
      return "weighing ...";
    }
    Progress begun = first;
    if (begun == null
        || !begun.stage().equals(heard.stage())
        || begun.total() != heard.total()
        || begun.done() > heard.done()) {
      first = heard;
      firstAt = now;
      begun = heard;
    }
    String of = amount(heard.done(), heard) + " of " + amount(heard.total(), heard);
    String rate = rate(heard.done() - begun.done(), now - firstAt, heard);
    return heard.stage() + ": " + of + rate;
  }

  private static String rate(long amount, long nanos, Progress heard) {
    if (amount == 0 || nanos < LEAST_NANOS_FOR_RATE) {
      return "";
    }
    return ", " + amount((long) (amount * 1e9 / nanos), heard) + " a second";
  }

  private static String amount(long value, Progress heard) {
    return heard.unit() == Unit.BYTES
        ? String.format(Locale.ROOT, "%,.1f MB", value / 1e6)
        : String.format(Locale.ROOT, "%,d", value);
  }

  /** Ends the wait, and takes back what was said; again, it does nothing. */
  public void end() {
    if (done.getCount() > 0) {
      done.countDown();
      erase();
    }
  }

  /** Takes back what was said, until there is more to say. */
  synchronized void erase() {
    if (isShown) {
      isShown = false;
      err.print(ERASE_LINE);
      err.flush();
    }
  }
}
