package dev.weighbridge.formats.internal.tasks;

import dev.weighbridge.formats.work.Work;
import java.util.concurrent.RejectedExecutionException;

/** Other threads: those of the executor of the current work, else some that are started. */
public final class TaskThreads {
  private TaskThreads() {}

  /**
   * Has another thread do something that whoever wants its result can do as well.
   *
   * @param name of a thread that is started
   * @return whether there is one
   */
  public static boolean start(Runnable piece, String name) {
    try {
      if (Work.current().executor().isPresent()) {
        Work.current().executor().get().execute(piece);
        return true;
      }
      Thread thread = new Thread(piece, name);
      thread.setDaemon(true);
      thread.start();
      return true;
    } catch (OutOfMemoryError | RejectedExecutionException e) {
      // No room for another thread: whoever wants the result does the work.
      return false;
    }
  }
}
