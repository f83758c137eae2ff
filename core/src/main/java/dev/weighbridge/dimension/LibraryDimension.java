package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.debug.DebugPlaces;
import dev.weighbridge.debug.UnitSpans;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups by the library that code is from. Where a linker map tells, that is the archive that
 * object files are from, and objects that stood alone are the program's own, {@code [program]}.
 * Else it is what units of debug information say by their folders, with the version where the file
 * holds several; then the archive, where the file itself tells it; then what names of symbols tell:
 * crates, and libraries of C and C++.
 */
final class LibraryDimension implements Dimension {
  private static final int NOT_TOLD = -1;
  private static final String NONE = "[no library]";
  private static final String PROGRAM = "[program]";
  private static final String STANDARD = "Rust standard library";

  @Override
  public String name() {
    return "library";
  }

  @Override
  public long[] cuts(Query query) {
    return isToldByUnits(query) ? UnitSpans.cuts(query.attribution(), query.work()) : new long[0];
  }

  private static boolean isToldByUnits(Query query) {
    return !isMapped(query) && DebugPlaces.arePresent(query.attribution());
  }

  /** A linker map says what was linked; debug information says it of a part only. */
  private static boolean isMapped(Query query) {
    return query.attribution().file().images().stream()
        .anyMatch(image -> image.members().isOfMap());
  }

  @Override
  public Labels labels(Query query) {
    Labels archives = archives(query);
    if (isMapped(query)) {
      return archives;
    }
    TextIds ids = new TextIds();
    int[] ofSpan = new int[query.attribution().partition().spanCount()];
    Arrays.fill(ofSpan, NOT_TOLD);
    Map<String, String> versions = new HashMap<>();
    if (isToldByUnits(query)) {
      askUnits(query, ids, ofSpan, versions);
    }
    askNames(query, archives, ids, ofSpan);
    return ids.labels(ofSpan, text -> versions.getOrDefault(text, ""));
  }

  private static void askUnits(
      Query query, TextIds ids, int[] ofSpan, Map<String, String> versions) {
    UnitSpans spans = new UnitSpans(query.attribution(), query.work());
    RowLabels rows = new RowLabels(query, spans.code(), spans.bytes());
    UnitLibraries libraries = new UnitLibraries(query.libraries(), spans.code(), rows.used());
    for (int span = 0; span < ofSpan.length; span++) {
      int unit = rows.row(span);
      String text = unit < 0 ? "" : libraries.text(unit);
      ofSpan[span] = text.isEmpty() ? NOT_TOLD : ids.of(text);
      if (!text.isEmpty()) {
        versions.putIfAbsent(text, libraries.version(unit));
      }
    }
  }

  /** Asks the file for archives and crates, where nothing was told yet. */
  private static void askNames(Query query, Labels archives, TextIds ids, int[] ofSpan) {
    CrateTable crates = query.crates();
    Partition partition = query.attribution().partition();
    int[] ofCrate = new int[crates.count()];
    for (int row = 0; row < ofCrate.length; row++) {
      ofCrate[row] = ids.of(text(query, crates, row));
    }
    int none = ids.of(NONE);
    for (int span = 0; span < ofSpan.length; span++) {
      Work.checkAt(span);
      if (ofSpan[span] == NOT_TOLD) {
        String archive = archives.text(archives.of(span));
        boolean isInArchive = !archive.equals(PROGRAM) && !archive.equals(NONE);
        int crate = isInArchive ? -1 : crates.ofSpan(partition.whole(span), query.pricing());
        int told = crate < 0 ? none : ofCrate[crate];
        ofSpan[span] = isInArchive ? ids.of(archive) : told;
      }
    }
  }

  private static String text(Query query, CrateTable crates, int row) {
    return switch (crates.crate(row).origin()) {
      case STANDARD -> STANDARD;
      case USER -> crates.label(row);
      case NATIVE -> nativeText(query, crates.crate(row).name());
      case NONE -> NONE;
    };
  }

  /** Of what is not Rust, some is of a library, and some of a file or of nobody. */
  private static String nativeText(Query query, String name) {
    return query.libraries().symbols().isLibrary(name) ? name : NONE;
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
