package dev.weighbridge.measure;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Codec;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.query.Query;
import java.util.Optional;

/**
 * What a saved model keeps of a measure, for when the bytes that it looks at are gone. No record,
 * because measures of one name are the same whoever made them.
 */
final class SavedMeasure implements DerivedKey<MeasureCurve>, Codec<MeasureCurve> {
  private final Measure measure;
  private final Query query;
  private final long[] cuts;

  SavedMeasure(Measure measure, Query query, long[] cuts) {
    this.measure = measure;
    this.query = query;
    this.cuts = cuts;
  }

  /** The values of a measure: those that were kept if the bytes are gone, else its own. */
  static MeasureValues values(Measure measure, Query query) {
    Attribution attribution = query.attribution();
    if (!attribution.file().hasBytes()) {
      SavedMeasure key = new SavedMeasure(measure, query, new long[0]);
      MeasureCurve kept = attribution.uncut().get(key, query.work());
      if (kept.isPresent()) {
        return kept.over(attribution.partition());
      }
    }
    return measure.values(query);
  }

  @Override
  public String name() {
    return "measure " + measure.name();
  }

  @Override
  public MeasureCurve derive(Attribution attribution, Work work) {
    if (!attribution.file().hasBytes()) {
      return MeasureCurve.NONE;
    }
    Query cut = query.withAttribution(attribution.cutAt(cuts)).withWork(work);
    return MeasureCurve.of(cut.attribution().partition(), measure.values(cut));
  }

  @Override
  public Optional<Codec<MeasureCurve>> codec() {
    return Optional.of(this);
  }

  @Override
  public long[][] columns(MeasureCurve answer) {
    return answer.columns();
  }

  @Override
  public Optional<MeasureCurve> answer(long[][] columns) {
    MeasureCurve curve = MeasureCurve.of(columns);
    return curve.isPresent() ? Optional.of(curve) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SavedMeasure saved && name().equals(saved.name());
  }

  @Override
  public int hashCode() {
    return name().hashCode();
  }
}
