package dev.weighbridge.formats.elf;

/**
 * How much may still be read from tables of a file.
 *
 * <p>Sound tables do not overlap, so together they cannot have more rows than the file has room
 * for. A file whose headers point thousands of tables at the same bytes soon runs out.
 */
final class ElfAllowance {
  private long left;

  ElfAllowance(long amount) {
    this.left = amount;
  }

  /** How much of {@code wanted} is granted. */
  long take(long wanted) {
    long granted = Math.max(0, Math.min(wanted, left));
    left -= granted;
    return granted;
  }
}
