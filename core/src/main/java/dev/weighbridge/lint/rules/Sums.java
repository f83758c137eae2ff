package dev.weighbridge.lint.rules;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.LintContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Bytes added up for the rules, and how they are written in sentences. */
final class Sums {
  private static final int SHOWN_COPIES = 5;

  private Sums() {}

  /** A number of bytes in a sentence: {@code 120,536 bytes}. */
  static String bytes(long count) {
    return String.format(Locale.ROOT, "%,d byte%s", count, count == 1 ? "" : "s");
  }

  /** A number of things in a sentence: {@code 1 function}, {@code 12 functions}. */
  static String count(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  /** Bytes of the file of one kind. */
  static long ofKind(LintContext context, Kind kind) {
    Partition partition = context.attribution().partition();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      sum += partition.kindOrdinal(span) == kind.ordinal() ? partition.fileSize(span) : 0;
    }
    return sum;
  }

  /** Bytes of the file that a program needs to run: all but names and debug information. */
  static long needed(LintContext context) {
    return context.fileSize() - ofKind(context, Kind.NAMES) - ofKind(context, Kind.DEBUG);
  }

  /** Bytes of symbol tables and names about symbols that this file defines itself. */
  static long ofDefinedNames(LintContext context) {
    Attribution attribution = context.attribution();
    Partition partition = attribution.partition();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (partition.kindOrdinal(span) == Kind.NAMES.ordinal()
          && !isUndefined(attribution, partition.subject(span))) {
        sum += partition.fileSize(span);
      }
    }
    return sum;
  }

  private static boolean isUndefined(Attribution attribution, int subject) {
    return attribution.owners().isSymbol(subject)
        && attribution.owners().symbols(subject).section(attribution.owners().symbolRow(subject))
            == SymbolTable.UNDEFINED;
  }

  /** The sections that a condition holds for, as places, in the order of the file. */
  static List<FindingPlace> sections(LintContext context, Predicate<Section> condition) {
    List<FindingPlace> places = new ArrayList<>();
    for (BinaryImage image : context.file().images()) {
      image.sections().stream()
          .filter(section -> section.hasFileBytes() && condition.test(section))
          .forEach(s -> places.add(new FindingPlace(s.name(), s.fileStart(), size(s))));
    }
    return places;
  }

  /** Of bodies that are there several times the first few, as places. */
  static List<FindingPlace> copies(LintContext context, EqualBodies equal) {
    List<FindingPlace> places = new ArrayList<>();
    for (int row = 0; row < equal.count() && row < SHOWN_COPIES; row++) {
      String name = context.attribution().owners().readableText(equal.owner(row, 0));
      places.add(FindingPlace.spread(equal.copyCount(row) + " times " + name, equal.saving(row)));
    }
    return places;
  }

  /** Bytes of a section in the file. */
  static long size(Section section) {
    return section.fileEnd() - section.fileStart();
  }

  /** The sum of the bytes of places. */
  static long of(List<FindingPlace> places) {
    long sum = 0;
    for (FindingPlace part : places) {
      sum += part.fileSize();
    }
    return sum;
  }
}
