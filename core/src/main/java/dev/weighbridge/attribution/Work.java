package dev.weighbridge.attribution;

/**
 * Progress and cancellation of one piece of work that may take a while. Whoever works asks once for
 * some thousands of things done, not once for each; implementations must be safe for several
 * threads.
 */
public interface Work {
  /** Tells nobody of progress and is never cancelled. */
  Work NONE =
      new Work() {
        @Override
        public void progress(String stage, long done, long of) {}

        @Override
        public void checkCancelled() {}
      };

  /**
   * Takes note of how far a stage is.
   *
   * @param stage what is being done, for people
   * @param done how much of it is done: 0 at its start, {@code of} at its end
   * @param of how much there is to do, at least 1
   */
  void progress(String stage, long done, long of);

  /**
   * Returns if the work is still wanted.
   *
   * @throws java.util.concurrent.CancellationException if it is not; whoever works lets it pass
   */
  void checkCancelled();
}
