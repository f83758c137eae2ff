package dev.weighbridge.formats.columns;

/**
 * How much may still be read from the tables of a file.
 *
 * <p>Sound tables do not overlap, so together they cannot have more rows than the file has room
 * for. A file whose headers point thousands of tables at the same bytes soon runs out.
 */
public final class Allowance {
  private long left;

  /** An allowance of so many rows or bytes. */
  public Allowance(long amount) {
    this.left = amount;
  }

  /** How much of {@code wanted} is granted: 0 to {@code wanted}. */
  public long take(long wanted) {
    long granted = Math.max(0, Math.min(wanted, left));
    left -= granted;
    return granted;
  }
}
