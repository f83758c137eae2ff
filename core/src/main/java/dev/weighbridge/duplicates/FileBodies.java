package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.bodies.Bodies;
import dev.weighbridge.bodies.BodySpans;
import dev.weighbridge.bodies.BodyType;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import java.util.Objects;
import java.util.function.LongUnaryOperator;

/**
 * The functions of a file, and behind them the data of its symbols, by hashes of what they consist
 * of: what has one hash and one size in two files is the same. Bodies of fewer than {@value
 * EqualBodies#SMALLEST_DATA} bytes are the same by chance and left out, and so is data that is one
 * value over and over.
 *
 * <p>Two hashes of a million different bodies meet with a probability below 1 in 10 million.
 * Immutable.
 */
public final class FileBodies {
  private final Attribution attribution;
  private final Bodies code;
  private final Bodies data;
  private final IntColumn rows = new IntColumn(256);
  private final int functionCount;

  private FileBodies(Attribution attribution) {
    this.attribution = attribution;
    code = Bodies.of(attribution, BodyType.CODE);
    data = Bodies.of(attribution, BodyType.DATA);
    add(code);
    functionCount = rows.count();
    add(data);
  }

  private void add(Bodies bodies) {
    PlainData plain = new PlainData(attribution, bodies);
    for (int body = 0; body < bodies.count(); body++) {
      Work.checkAt(body);
      if (bodies.size(body) >= EqualBodies.SMALLEST_DATA && !plain.isOneValue(body)) {
        rows.add(body);
      }
    }
  }

  /**
   * Those of a file.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException for a model saved without
   *     the bytes
   */
  public static FileBodies of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    attribution.file().requireBytes();
    return new FileBodies(attribution.uncut());
  }

  private Bodies bodies(int body) {
    return isCode(body) ? code : data;
  }

  /** How many there are. */
  public int count() {
    return rows.count();
  }

  /** Whether it is a function; functions come first. */
  public boolean isCode(int body) {
    return body < functionCount;
  }

  /** What it is called, for people. */
  public String label(int body) {
    return attribution.owners().readableText(bodies(body).owner(rows.get(body)));
  }

  /** Bytes in the file. */
  public long size(int body) {
    return bodies(body).size(rows.get(body));
  }

  /**
   * Equal for equal bodies. What code leads to lies elsewhere in each file, so that of functions it
   * is equal for those that differ only in how far it is to something else, and in relocations.
   */
  public long hash(int body) {
    return isCode(body) ? code.maskedHash(rows.get(body)) : data.hash(rows.get(body));
  }

  /** What it costs, by what all bytes of the file before a place cost together. */
  long cost(int body, LongUnaryOperator upTo) {
    Partition partition = attribution.partition();
    BodySpans spans = bodies(body).spans();
    long sum = 0;
    for (int i = 0; i < spans.spanCount(rows.get(body)); i++) {
      int span = spans.span(rows.get(body), i);
      sum += upTo.applyAsLong(partition.end(span)) - upTo.applyAsLong(partition.start(span));
    }
    return sum;
  }

  @Override
  public String toString() {
    return count() + " bodies";
  }
}
