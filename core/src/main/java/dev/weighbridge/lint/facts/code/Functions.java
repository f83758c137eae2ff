package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.work.Work;

/**
 * The functions of a file, in the order of the file: where their code starts and how much of it
 * there is. With or without names.
 */
public final class Functions {
  private static final DerivedKey<Functions> KEY = new Key();

  private final IntColumn owner = new IntColumn(0);
  private final LongColumn start = new LongColumn(0);
  private final LongColumn address = new LongColumn(0);
  private final LongColumn code = new LongColumn(0);
  private final long codeSize;

  private Functions(Attribution attribution) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    long sum = 0;
    long own = 0;
    int last = -1;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (partition.kindOrdinal(span) != Kind.CODE.ordinal()) {
        continue;
      }
      sum += partition.fileSize(span);
      int who = partition.owner(span);
      if (who != last) {
        if (last >= 0) {
          code.add(own);
        }
        own = 0;
        last = owners.isLabel(who) ? -1 : who;
        if (last >= 0) {
          owner.add(who);
          start.add(partition.start(span));
          address.add(attribution.address(span));
        }
      }
      own += partition.fileSize(span);
    }
    if (last >= 0) {
      code.add(own);
    }
    codeSize = sum;
  }

  private record Key() implements DerivedKey<Functions> {
    @Override
    public String name() {
      return "functions";
    }

    @Override
    public Functions derive(Attribution attribution, Work work) {
      return new Functions(attribution);
    }
  }

  /** The functions of a file. */
  public static Functions of(Attribution attribution) {
    return attribution.get(KEY);
  }

  /** How many pieces of functions there are; nearly always one for each function. */
  public int count() {
    return owner.count();
  }

  /** The owner id of a row. */
  public int owner(int row) {
    return owner.get(row);
  }

  /** File offset of the first byte. */
  public long start(int row) {
    return start.get(row);
  }

  /** Virtual address of the first byte, -1 if it is not loaded. */
  public long address(int row) {
    return address.get(row);
  }

  /** Bytes of code. */
  public long codeSize(int row) {
    return code.get(row);
  }

  /** Bytes of code in the file, those of no function included. */
  public long codeSize() {
    return codeSize;
  }
}
