package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.lint.LintContext;

/** Bytes of the file added up by what they are. */
public final class FileSums {
  private FileSums() {}

  /** Bytes of the file of one kind. */
  public static long ofKind(LintContext context, Kind kind) {
    Partition partition = context.attribution().partition();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      sum += partition.kindOrdinal(span) == kind.ordinal() ? partition.fileSize(span) : 0;
    }
    return sum;
  }

  /** Bytes of the file that a program needs to run: all but names and debug information. */
  public static long needed(LintContext context) {
    return context.fileSize() - ofKind(context, Kind.NAMES) - ofKind(context, Kind.DEBUG);
  }

  /**
   * Bytes of symbol tables and names about symbols that this Mach-O file defines itself; not what
   * is loaded with the program, as the names of functions in the tables of Go.
   */
  public static long ofDefinedNames(LintContext context) {
    Attribution attribution = context.attribution();
    Partition partition = attribution.partition();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (partition.kindOrdinal(span) == Kind.NAMES.ordinal()
          && isForLinker(attribution, partition.segment(span))
          && !isUndefined(attribution, partition.subject(span))) {
        sum += partition.fileSize(span);
      }
    }
    return sum;
  }

  private static boolean isForLinker(Attribution attribution, int segment) {
    return segment < 0 || attribution.segment(segment).name().equals("__LINKEDIT");
  }

  private static boolean isUndefined(Attribution attribution, int subject) {
    return attribution.owners().isSymbol(subject)
        && attribution.owners().symbols(subject).section(attribution.owners().symbolRow(subject))
            == SymbolTable.UNDEFINED;
  }
}
