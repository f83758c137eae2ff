package dev.weighbridge.measure;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.debug.CodeCuts;
import dev.weighbridge.debug.CodeRows;
import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.query.Query;

/** Bytes of code that a compiler inlined from another function, as debug information tells. */
final class InlinedMeasure implements Measure {
  @Override
  public String name() {
    return "inlined";
  }

  @Override
  public String title() {
    return "Inlined";
  }

  @Override
  public Quantity quantity() {
    return Quantity.BYTES;
  }

  @Override
  public String unit() {
    return "bytes of inlined code";
  }

  @Override
  public MeasureValues values(Query query) {
    Attribution attribution = query.attribution();
    return attribution.uncut().get(new Key(), query.work()).over(attribution.partition());
  }

  private record Key() implements DerivedKey<MeasureCurve> {
    @Override
    public String name() {
      return "inlined bytes";
    }

    @Override
    public MeasureCurve derive(Attribution whole, Work work) {
      Attribution cut = whole.cutAt(CodeCuts.of(whole, CodeRows.SCOPES, work));
      SpanRows scopes = SpanRows.of(cut, CodeRows.SCOPES, work);
      Partition partition = cut.partition();
      int spans = partition.fileSpanCount();
      long[] places = new long[spans + 1];
      long[] values = new long[spans + 1];
      for (int span = 0; span < spans; span++) {
        boolean isInlined = isInlined(scopes, scopes.row(span));
        places[span + 1] = partition.end(span);
        values[span + 1] = values[span] + (isInlined ? partition.fileSize(span) : 0);
      }
      return MeasureCurve.of(places, values);
    }

    private static boolean isInlined(SpanRows scopes, int scope) {
      return scope >= 0 && scopes.inlines(scope).isInlined(scopes.local(scope));
    }
  }
}
