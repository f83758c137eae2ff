package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.debug.DebugPlaces;
import dev.weighbridge.debug.UnitSpans;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups by the library that code is from. Where a linker map tells, that is the archive that
 * object files are from, and objects that stood alone are the program's own, {@code [program]}.
 * Else it is what units of debug information say by their folders, with the version where the file
 * holds several; and the archive for what they do not tell.
 */
final class LibraryDimension implements Dimension {
  private static final String NONE = "[no library]";
  private static final String PROGRAM = "[program]";

  @Override
  public String name() {
    return "library";
  }

  @Override
  public long[] cuts(Query query) {
    return isToldByUnits(query) ? UnitSpans.cuts(query.attribution(), query.work()) : new long[0];
  }

  /** A linker map says what was linked; debug information says it of a part only. */
  private static boolean isToldByUnits(Query query) {
    for (BinaryImage image : query.attribution().file().images()) {
      if (image.members().isOfMap()) {
        return false;
      }
    }
    return DebugPlaces.arePresent(query.attribution());
  }

  @Override
  public Labels labels(Query query) {
    Labels archives = archives(query);
    return isToldByUnits(query) ? byUnits(query, archives) : archives;
  }

  private static Labels byUnits(Query query, Labels archives) {
    UnitSpans spans = new UnitSpans(query.attribution(), query.work());
    RowLabels rows = new RowLabels(query, spans.code(), spans.bytes());
    UnitLibraries libraries = new UnitLibraries(spans.code(), rows.used());
    TextIds ids = new TextIds();
    int[] ofSpan = new int[query.attribution().partition().spanCount()];
    for (int span = 0; span < ofSpan.length; span++) {
      int unit = rows.row(span);
      String text = unit < 0 ? "" : libraries.text(unit);
      ofSpan[span] = ids.of(text.isEmpty() ? archive(archives, span) : text);
    }
    return ids.labels(ofSpan);
  }

  /** Without a map, an object that names no archive may be from one all the same. */
  private static String archive(Labels archives, int span) {
    String text = archives.text(archives.of(span));
    return text.equals(PROGRAM) ? NONE : text;
  }

  private static Labels archives(Query query) {
    ObjectFiles objects = ObjectFiles.of(query.attribution());
    Partition partition = query.attribution().partition();
    List<String> texts = new ArrayList<>(List.of(NONE));
    Map<String, Integer> ids = new HashMap<>();
    int[] library = new int[objects.count()];
    for (int object = 0; object < library.length; object++) {
      String archive = objects.archive(object);
      String text = archive.isEmpty() ? PROGRAM : archive;
      Integer id = ids.get(text);
      if (id == null) {
        id = texts.size();
        ids.put(text, id);
        texts.add(text);
      }
      library[object] = id;
    }
    return new Labels(texts.size()) {
      @Override
      public int of(int span) {
        int object = objects.ofSpan(partition.whole(span));
        return object < 0 ? 0 : library[object];
      }

      @Override
      public String text(int label) {
        return texts.get(label);
      }
    };
  }
}
