package dev.weighbridge.measure;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.debug.DebugByteMap;
import dev.weighbridge.debug.UnitSpans;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.query.Query;

/**
 * Bytes of debug information in the file about what a span is: the code of a unit shares what the
 * file holds about the unit, in proportion to its bytes. What is about no code, or about several
 * units, counts where it lies.
 */
final class DebugMeasure implements Measure {
  private final KindMeasure whereItLies = new KindMeasure(Kind.DEBUG, "Debug size");

  @Override
  public String name() {
    return whereItLies.name();
  }

  @Override
  public String title() {
    return whereItLies.title();
  }

  @Override
  public Quantity quantity() {
    return whereItLies.quantity();
  }

  @Override
  public MeasureValues values(Query query) {
    Attribution attribution = query.attribution();
    boolean isTold = DebugByteMap.of(attribution, query.work()).borders().length > 0;
    return isTold
        ? attribution.uncut().get(new Key(), query.work()).over(attribution.partition())
        : whereItLies.values(query);
  }

  private record Key() implements DerivedKey<MeasureCurve> {
    @Override
    public String name() {
      return "debug bytes about code";
    }

    @Override
    public MeasureCurve derive(Attribution whole, Work work) {
      Attribution cut = whole.cutAt(UnitSpans.cuts(whole, work));
      return new Shares(cut.partition(), new UnitSpans(cut, work)).curve();
    }
  }

  private static final class Shares {
    private final Partition partition;
    private final UnitSpans units;
    private final long[] codeSize;
    private final long[] debugSize;
    private final long[] codeSoFar;

    Shares(Partition partition, UnitSpans units) {
      this.partition = partition;
      this.units = units;
      codeSize = new long[units.code().count()];
      debugSize = new long[codeSize.length];
      codeSoFar = new long[codeSize.length];
    }

    MeasureCurve curve() {
      for (int span = 0; span < partition.fileSpanCount(); span++) {
        int ofCode = units.unitOfCode(span);
        int ofBytes = debugUnit(span);
        if (ofCode >= 0) {
          codeSize[ofCode] += partition.fileSize(span);
        } else if (ofBytes >= 0) {
          debugSize[ofBytes] += partition.fileSize(span);
        }
      }
      int spans = partition.fileSpanCount();
      long[] places = new long[spans + 1];
      long[] values = new long[spans + 1];
      for (int span = 0; span < spans; span++) {
        places[span + 1] = partition.end(span);
        values[span + 1] = values[span] + value(span);
      }
      return MeasureCurve.of(places, values);
    }

    private int debugUnit(int span) {
      return isDebug(span) ? units.unitOfBytes(span) : -1;
    }

    private boolean isDebug(int span) {
      return partition.kind(span) == Kind.DEBUG;
    }

    private long value(int span) {
      int unit = units.unitOfCode(span);
      if (unit >= 0) {
        long before = share(unit);
        codeSoFar[unit] += partition.fileSize(span);
        return share(unit) - before;
      }
      int about = debugUnit(span);
      boolean isWithCode = about >= 0 && codeSize[about] > 0;
      return isDebug(span) && !isWithCode ? partition.fileSize(span) : 0;
    }

    /** What the code of a unit so far has of the unit's debug bytes. */
    private long share(int unit) {
      return MeasureCurve.share(debugSize[unit], codeSoFar[unit], codeSize[unit]);
    }
  }
}
