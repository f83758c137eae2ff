package dev.weighbridge.formats;

/**
 * Is told what the bodies of functions are, by a format whose code refers to other things by
 * indices, which may differ though what they stand for is equal. File offsets count from the start
 * of the file.
 */
public interface BodySink {
  /**
   * A body. Both numbers are equal for bodies that are the same but for the functions they lead to.
   *
   * @param fileStart file offset of the first byte of the function
   */
  void body(long fileStart, long low, long high);

  /**
   * The body told last leads to a function, be it itself; in the order of its code.
   *
   * @param fileStart file offset where that begins, of an imported function its import; several
   *     imports of one thing are told as the first of them
   */
  void target(long fileStart);
}
