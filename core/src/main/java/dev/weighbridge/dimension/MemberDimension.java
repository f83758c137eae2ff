package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.query.Query;

/** Groups by object file, with the archive it is from: {@code libfoo.a(bar.o)}. */
final class MemberDimension implements Dimension {
  @Override
  public String name() {
    return "member";
  }

  @Override
  public Labels labels(Query query) {
    ObjectFiles objects = ObjectFiles.of(query.attribution());
    Partition partition = query.attribution().partition();
    return new Labels(objects.count() + 1) {
      @Override
      public int of(int span) {
        return objects.ofSpan(partition.whole(span)) + 1;
      }

      @Override
      public String text(int label) {
        if (label == 0) {
          return "[no member]";
        }
        String archive = objects.archive(label - 1);
        String name = objects.name(label - 1);
        return archive.isEmpty() ? name : archive + "(" + name + ")";
      }
    };
  }
}
