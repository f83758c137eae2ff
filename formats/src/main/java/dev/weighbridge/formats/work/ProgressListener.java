package dev.weighbridge.formats.work;

/**
 * Hears how far work is: from time to time, some thousands of things apart, in the threads that do
 * it. Must be quick and safe for several threads; what it throws ends the work.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Hears of a stage; stages may begin inside others, and be told again and again. */
  void heard(Progress progress);
}
