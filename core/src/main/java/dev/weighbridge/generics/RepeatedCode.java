package dev.weighbridge.generics;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.bodies.Bodies;
import dev.weighbridge.bodies.BodySpans;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much of a copy stands in a larger copy already, although the two are not equal:
 * bytes of runs of {@value #RUN} instructions that are the same but for how far it is to something
 * else. Such code did not have to be made again for another type.
 */
final class RepeatedCode {
  /** Instructions in a row that are hardly ever the same by chance. */
  static final int RUN = 8;

  private static final long FACTOR = 0x9e37_79b9_7f4a_7c15L;
  private static final int MAX_READ = 1 << 24;

  /** What the first of a run counts in the hash of the run. */
  private static final long FIRST = power(FACTOR, RUN);

  private final Attribution attribution;
  private final Partition partition;
  private final Bytes file;
  private final Bodies bodies;
  private final long[] words = new long[RUN];
  private final int[] starts = new int[RUN];
  private LongHashSet known = new LongHashSet();
  private LongHashSet fresh = new LongHashSet();
  private byte[] buffer = new byte[0];
  private @Nullable InstructionCursor cursor;
  private int image = -1;

  RepeatedCode(Attribution attribution, Bodies bodies) {
    this.attribution = attribution;
    partition = attribution.partition();
    file = attribution.file().bytes();
    this.bodies = bodies;
  }

  private static long power(long factor, int exponent) {
    long product = 1;
    for (int i = 0; i < exponent; i++) {
      product *= factor;
    }
    return product;
  }

  /** Begins with another item. */
  void begin() {
    known.clear();
  }

  /** Bytes of a copy that stand in the copies before it; from now on it is one of these. */
  long repeated(int body) {
    fresh.clear();
    long sum = 0;
    BodySpans spans = bodies.spans();
    for (int i = 0; i < spans.spanCount(body); i++) {
      Work.check();
      int span = spans.span(body, i);
      useImage(partition.image(span));
      long size = partition.fileSize(span);
      if (cursor != null && size <= MAX_READ) {
        sum += repeated(cursor, partition.start(span), (int) size);
      }
    }
    known.addAll(fresh);
    return sum;
  }

  private void useImage(int next) {
    if (next != image) {
      image = next;
      BinaryImage facts = attribution.file().images().get(next);
      cursor = InstructionSets.cursor(facts).orElse(null);
    }
  }

  private long repeated(InstructionCursor reader, long start, int length) {
    if (buffer.length < length + InstructionCursor.SLACK) {
      buffer = new byte[2 * length + InstructionCursor.SLACK];
    }
    file.copy(start, buffer, 0, length);
    reader.start(buffer, 0, length, attribution.addressMap(image).address(start));
    long run = 0;
    long sum = 0;
    int counted = 0;
    int number = 0;
    while (reader.next()) {
      int slot = number % RUN;
      long left = number < RUN ? 0 : words[slot] * FIRST;
      words[slot] = reader.fingerprint();
      starts[slot] = reader.position();
      run = (run + words[slot]) * FACTOR - left;
      number++;
      if (number >= RUN) {
        fresh.add(run);
        if (known.contains(run)) {
          sum += reader.end() - Math.max(counted, starts[number % RUN]);
          counted = reader.end();
        }
      }
    }
    return sum;
  }
}
