package dev.weighbridge;

import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.saved.SavedModelWriter;
import dev.weighbridge.category.DataMarks;
import dev.weighbridge.crates.MergedProgram;
import dev.weighbridge.crates.order.CodeAtoms;
import dev.weighbridge.crates.order.LinkOrder;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** What a saved model keeps of the answers that the bytes of the file would be needed for. */
final class SavedAnswers {
  private static final List<DerivedKey<?>> ALWAYS =
      List.of(DataMarks.KEY, MergedProgram.KEY, LinkOrder.KEY, CodeAtoms.KEY);

  private SavedAnswers() {}

  /** Writes a model with them. */
  static void write(Query query, List<Measure> measures, OutputStream out) throws IOException {
    List<DerivedKey<?>> keys = new ArrayList<>(ALWAYS);
    long[] cuts = measures.isEmpty() ? new long[0] : DataMarks.of(query.attribution()).cuts();
    measures.forEach(measure -> keys.add(Measures.kept(measure, query, cuts)));
    SavedModelWriter.write(query.attribution(), query.memoryMap().regions(), keys, out);
  }
}
