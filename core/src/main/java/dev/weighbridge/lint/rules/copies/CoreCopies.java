package dev.weighbridge.lint.rules.copies;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.duplicates.Duplicates;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.code.Functions;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A library that is in an image twice, for two processors. */
public final class CoreCopies implements Rule {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int SHOWN = 5;

  private static final RuleInfo INFO =
      RuleInfo.of("core-copies", Severity.NOTE, "Two sections hold the same functions")
          .why(
              "Where an image has code for two processors, each is often linked with libraries of"
                  + " its own, though both can run the code of one from flash they share.")
          .fix("# link the library once, into memory that both processors reach")
          .tradeOff("both wait for one memory; variables of the library become shared, too")
          .touches("code")
          .help("https://sourceware.org/binutils/docs/ld/MEMORY.html")
          .bytes("min-bytes", 64, "say nothing about less")
          .count("min-functions", 3, "say nothing about fewer")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Functions that two sections share. */
  private static final class Shared {
    private final List<FindingPlace> places = new ArrayList<>();
    private long bytes;
    private int count;

    void add(String name, long start, long size) {
      count++;
      bytes += size;
      if (places.size() < SHOWN) {
        places.add(new FindingPlace(name, start, size));
      }
    }
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Map<String, Shared> byPair = new TreeMap<>();
    EqualBodies equal = Duplicates.of(context.attribution()).maskedFunctions();
    Functions functions = Functions.of(context.attribution());
    Map<Integer, Integer> rows = rows(functions);
    for (int group = 0; group < equal.count(); group++) {
      compare(context.attribution(), functions, equal, group, rows, byPair);
    }
    byPair.forEach(
        (pair, shared) -> {
          if (shared.count >= context.parameter("min-functions")
              && shared.bytes >= context.parameter("min-bytes")) {
            findings.add(
                pair
                    + " hold the same "
                    + Wording.count(shared.count, "function")
                    + ", but for what they lead to",
                Saving.upTo(shared.bytes, 0.7),
                shared.places);
          }
        });
  }

  private static Map<Integer, Integer> rows(Functions functions) {
    Map<Integer, Integer> rows = new HashMap<>();
    for (int row = 0; row < functions.count(); row++) {
      rows.putIfAbsent(functions.owner(row), row);
    }
    return rows;
  }

  /** Of equal functions those count that one section has and another has too, by a like name. */
  private static void compare(
      Attribution attribution,
      Functions functions,
      EqualBodies equal,
      int group,
      Map<Integer, Integer> rows,
      Map<String, Shared> byPair) {
    Map<String, Integer> first = new HashMap<>();
    for (int copy = 0; copy < equal.copyCount(group); copy++) {
      int owner = equal.owner(group, copy);
      Integer row = rows.get(owner);
      if (row == null || !attribution.owners().isSymbol(owner)) {
        continue;
      }
      String name = attribution.owners().readableText(owner);
      Integer other = first.putIfAbsent(DIGITS.matcher(name).replaceAll(""), row);
      if (other == null) {
        continue;
      }
      Section before = section(attribution, functions.start(other));
      Section here = section(attribution, functions.start(row));
      if (before.index() != here.index()) {
        String pair = before.name() + " and " + here.name();
        byPair
            .computeIfAbsent(pair, p -> new Shared())
            .add(name, functions.start(row), functions.codeSize(row));
      }
    }
  }

  private static Section section(Attribution attribution, long start) {
    Partition partition = attribution.partition();
    return attribution.section(partition.section(partition.spanAt(start)));
  }
}
