package dev.weighbridge.graph;

import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.InstructionCursor;

/**
 * What the end of a piece of code does: whether it goes on into what lies behind it. A call there
 * tells nothing, nor does one of the system, as what is called may never return.
 *
 * <p>Bytes behind a jump or a return to which no branch of the piece leads may be data that nobody
 * has marked; what they would do as instructions does not count.
 */
final class CodeEnd {
  private int position;
  private int end;
  private int flow;

  /** Where the instructions begin that lead to the end without a jump. */
  private int runStart;

  /** The last place that a branch of the piece leads to. */
  private int lastTarget;

  private boolean isMarked;
  private boolean isData;
  private boolean isSystemCall;

  /** Begins with a piece of code, at the start of its array. */
  void start() {
    position = 0;
    end = 0;
    flow = Flow.TRAP;
    runStart = 0;
    lastTarget = 0;
    isMarked = false;
    isData = false;
    isSystemCall = false;
  }

  /**
   * Takes the instruction that a cursor has read.
   *
   * @param codeAddress virtual address of the start of the array
   */
  void take(InstructionCursor cursor, long codeAddress, int codeLength) {
    position = cursor.position();
    if (position > end || (Flow.ends(flow) && position > 0)) {
      runStart = position;
    }
    end = cursor.end();
    flow = cursor.flow();
    isSystemCall = cursor.isSystemCall();
    isData = cursor.isData();
    isMarked |= isData;
    if (cursor.hasTarget()) {
      long target = cursor.target() - codeAddress;
      if (target >= 0 && target < codeLength) {
        lastTarget = Math.max(lastTarget, (int) target);
      }
    }
  }

  /** Whether the code goes on behind a place, which is its end. */
  boolean goesOnAt(int place) {
    boolean isReached = runStart == 0 || lastTarget >= runStart || isMarked;
    boolean isNext = flow == Flow.NEXT || flow == Flow.CONDITIONAL;
    return end == place && isNext && isReached && !isData && !isSystemCall;
  }

  /** Where the instruction starts that does. */
  int position() {
    return position;
  }
}
