package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Groups by section; bytes outside all sections keep the label of what they are: {@code [file
 * header]}.
 */
final class SectionDimension implements Dimension {
  @Override
  public String name() {
    return "section";
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    int sections = attribution.sections().size();
    int firstLabel = owners.firstLabel();
    int outside = sections + owners.count() - firstLabel;
    return new Labels(outside + 1) {
      private @Nullable NamesInImages names;

      @Override
      public int of(int span) {
        int section = partition.section(span);
        if (section >= 0) {
          return section;
        }
        int owner = partition.owner(span);
        return owner >= firstLabel ? sections + owner - firstLabel : outside;
      }

      @Override
      public String text(int label) {
        if (label < sections) {
          String name = attribution.section(label).name();
          return name.isEmpty()
              ? "[unnamed section " + label + "]"
              : names().text(label, Owners.noLabel("section", name));
        }
        return label == outside ? "[no section]" : owners.text(firstLabel + label - sections);
      }

      private NamesInImages names() {
        if (names == null) {
          names =
              new NamesInImages(
                  attribution.file(),
                  image -> image.sections().count(),
                  (image, row) -> Owners.noLabel("section", image.sections().row(row).name()));
        }
        return names;
      }
    };
  }
}
