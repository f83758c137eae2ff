package dev.weighbridge.budget;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether that a file has no row of something means that it has nothing of it: in a stripped
 * program anything may be there without its name.
 */
final class Absence {
  private static final Set<String> OF_NAMES =
      Set.of(
          Dimensions.SYMBOL.name(),
          Dimensions.FUNCTION.name(),
          Dimensions.GENERIC.name(),
          Dimensions.MODULE.name());

  private Absence() {}

  /** Why rows of a dimension may be missing; empty if what is not among them is not there. */
  static Optional<String> doubt(Query query, Dimension dimension) {
    if (isOfNames(dimension)) {
      return isNamed(query.attribution())
          ? Optional.empty()
          : Optional.of("most code of the file has no names");
    }
    return isOfEvidence(dimension) && !hasNames(new SizeTree(query, List.of(dimension)))
        ? Optional.of("nothing tells of which " + dimension.name() + " its code is")
        : Optional.empty();
  }

  /** Whether rows are there only if something besides the bytes tells of them. */
  static boolean isOfEvidence(Dimension dimension) {
    return isOfNames(dimension)
        || dimension.isOfDebugInformation()
        || dimension.equals(Dimensions.MEMBER);
  }

  private static boolean isOfNames(Dimension dimension) {
    String name = dimension.name();
    return dimension.hasCrates() || OF_NAMES.contains(name.substring(0, (name + ":").indexOf(':')));
  }

  /** Whether at least half of the code has symbols; a few are left in a stripped file, too. */
  private static boolean isNamed(Attribution attribution) {
    Partition partition = attribution.partition();
    long code = 0;
    long named = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (partition.kindOrdinal(span) == Kind.CODE.ordinal()) {
        long bytes = partition.fileSize(span);
        code += bytes;
        named += attribution.owners().isSymbol(partition.owner(span)) ? bytes : 0;
      }
    }
    return named >= code - named;
  }

  private static boolean hasNames(SizeTree tree) {
    for (SizeRow row : tree.rows()) {
      if (!row.label().startsWith("[") && row.fileSize(Kind.CODE) > 0) {
        return true;
      }
    }
    return tree.fileSize(Kind.CODE) == 0;
  }
}
