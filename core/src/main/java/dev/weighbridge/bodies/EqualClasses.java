package dev.weighbridge.bodies;

import dev.weighbridge.formats.work.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Classes of equal functions. All whose bodies are equal begin in one class; then each class is
 * split by the classes of the functions that its members lead to, until no class splits. To begin
 * with all apart and to merge finds fewer: functions that call each other in a ring stay apart.
 */
public final class EqualClasses {
  /** Programs take two to four; one that takes so many was made to, and nothing is said of it. */
  private static final int MAX_ROUNDS = 100;

  private final ComparedBodies bodies;

  /** Classes of some bodies. */
  public EqualClasses(ComparedBodies bodies) {
    this.bodies = bodies;
  }

  private record Body(long low, long high) {}

  /** The class of each function: numbers from 0; what cannot be folded has one of its own. */
  public int[] find() {
    int[] classes = new int[bodies.count()];
    int count = 0;
    Map<Body, Integer> byBody = new HashMap<>();
    for (int row = 0; row < classes.length; row++) {
      int next = count;
      classes[row] =
          bodies.canFold(row)
              ? byBody.computeIfAbsent(new Body(bodies.low(row), bodies.high(row)), b -> next)
              : next;
      count += classes[row] == next ? 1 : 0;
    }
    int before = 0;
    for (int round = 0; before != count; round++) {
      if (round == MAX_ROUNDS) {
        return IntStream.range(0, classes.length).toArray();
      }
      before = count;
      count = refine(classes);
    }
    return classes;
  }

  private int refine(int[] classes) {
    int[] old = classes.clone();
    Map<Body, Integer> bySignature = new HashMap<>();
    int count = 0;
    for (int row = 0; row < classes.length; row++) {
      Work.checkAt(row);
      long low = old[row];
      long high = old[row];
      for (int i = bodies.targetStart(row); i < bodies.targetStart(row + 1); i++) {
        low = (low ^ old[bodies.target(i)]) * 0x9e37_79b9_7f4a_7c15L;
        low ^= low >>> 29;
        high = (high + old[bodies.target(i)]) * 0xc2b2_ae3d_27d4_eb4fL;
        high ^= high >>> 31;
      }
      int next = count;
      Body signature = new Body(low, high ^ ((long) old[row] << 32));
      classes[row] = bySignature.computeIfAbsent(signature, s -> next);
      count += classes[row] == next ? 1 : 0;
    }
    return count;
  }
}
