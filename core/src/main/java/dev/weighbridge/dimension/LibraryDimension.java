package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups by the archive that object files are from; objects that stood alone are the program's own,
 * {@code [program]}.
 */
final class LibraryDimension implements Dimension {
  private static final String NONE = "[no library]";
  private static final String PROGRAM = "[program]";

  @Override
  public String name() {
    return "library";
  }

  @Override
  public Labels labels(Query query) {
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
