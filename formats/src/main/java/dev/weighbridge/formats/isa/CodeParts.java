package dev.weighbridge.formats.isa;

/** Which part of marked code an address is in; quick if addresses follow each other. */
public final class CodeParts {
  private final CodeMarks marks;
  private final char unmarked;
  private char letter;

  /** Addresses of the part found last; none yet. */
  private long start = 1;

  private long end;

  /**
   * The parts that marks begin.
   *
   * @param unmarked the letter of what no mark is before
   */
  public CodeParts(CodeMarks marks, char unmarked) {
    this.marks = marks;
    this.unmarked = unmarked;
  }

  /** Goes to the part that an address is in; whether that is another one. */
  public boolean goTo(long address) {
    if (Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0) {
      return false;
    }
    int mark = marks.at(address);
    letter = mark < 0 ? unmarked : marks.letter(mark);
    start = mark < 0 ? 0 : marks.start(mark);
    end = marks.end(mark);
    return true;
  }

  /** What the part is, by the letter of its mark. */
  public char letter() {
    return letter;
  }

  /** Bytes from an address in the part to its end, but no more than given. */
  public int rest(long address, int most) {
    return end == -1 ? most : (int) Math.min(most, end - address);
  }
}
