package dev.weighbridge.formats.pe;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer worked out when first asked for, and kept. May be used by several threads. */
final class Memo<T> {
  private final Object lock;
  private final Supplier<T> work;
  private @Nullable T answer;

  /**
   * An answer not yet known.
   *
   * @param lock held while it is worked out, so that answers that need each other share it
   * @param work never yields null
   */
  Memo(Object lock, Supplier<T> work) {
    this.lock = lock;
    this.work = work;
  }

  T get() {
    synchronized (lock) {
      if (answer == null) {
        answer = work.get();
      }
      return answer;
    }
  }
}
