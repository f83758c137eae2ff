package dev.weighbridge.truth;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.linkermap.LinkedMembers;
import dev.weighbridge.formats.linkermap.LinkerMap;
import dev.weighbridge.formats.linkermap.LinkerMapReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose the bytes of a program are without its linker map, held to what the map says: byte by byte,
 * by the crate that compiled them. A byte that no crate is given is open, which is neither right
 * nor wrong.
 */
final class MapScore {
  private static final Set<Kind> CONTENT =
      EnumSet.of(Kind.CODE, Kind.RODATA, Kind.DATA, Kind.UNWIND);

  private final String title;
  private final Tally code = new Tally();
  private final Tally all = new Tally();
  private final Map<String, Long> causes = new HashMap<>();

  /** Bytes by how they compare. */
  static final class Tally {
    private long bytes;
    private long right;
    private long wrong;

    private void add(long count, boolean isClaimed, boolean isRight) {
      bytes += count;
      right += isRight ? count : 0;
      wrong += isClaimed && !isRight ? count : 0;
    }

    /** How much of all bytes has the crate of the map. */
    double right() {
      return (double) right / bytes;
    }

    /** How much of all bytes is said to be somebody's. */
    double claimed() {
      return (double) (right + wrong) / bytes;
    }

    /** How much of what is said to be somebody's is so. */
    double rightOfClaimed() {
      return (double) right / (right + wrong);
    }

    private String cells() {
      return String.format(
          Locale.ROOT,
          "%,d | %.2f | %.2f | %.2f",
          bytes,
          100 * claimed(),
          100 * rightOfClaimed(),
          100 * right());
    }
  }

  private MapScore(String title) {
    this.title = title;
  }

  /** Compares a program with the map of its link. */
  static MapScore of(String title, Path program, Path map) throws IOException {
    return of(title, program, program, map);
  }

  /**
   * Compares a program with the map of a link.
   *
   * @param linked the program as it was linked; the other may be a copy of it without names
   */
  static MapScore of(String title, Path program, Path linked, Path map) throws IOException {
    MapScore score = new MapScore(title);
    BinaryFile file = BinaryModel.open(linked).attribution().file();
    LinkerMap rows = LinkerMapReader.read(map.toString(), FileMapper.open(map));
    MemberTable objects = LinkedMembers.of(file, rows).images().get(0).members();
    List<CompiledFor> truths = CompiledFor.all(objects);
    Attribution attribution = BinaryModel.open(program).attribution();
    CrateTable crates = Crates.of(attribution, CratePolicy.INSTANTIATING);
    AddressMap places = attribution.addressMap(0);
    for (int range = 0; range < objects.rangeCount(); range++) {
      long place = places.place(objects.rangeAddress(range));
      if (place >= 0) {
        long end = place + objects.rangeSize(range);
        score.compare(attribution, crates, place, end, truths.get(objects.rangeMember(range)));
      }
    }
    return score;
  }

  private void compare(
      Attribution attribution, CrateTable crates, long from, long to, CompiledFor truth) {
    Partition partition = attribution.partition();
    int span = partition.spanAt(from);
    for (; span >= 0 && span < partition.fileSpanCount() && partition.start(span) < to; span++) {
      long bytes = Math.min(to, partition.end(span)) - Math.max(from, partition.start(span));
      if (CONTENT.contains(partition.kind(span))) {
        int row = crates.ofSpan(span, Pricing.FULL);
        String ours = row < 0 ? "" : crates.crate(row).name();
        boolean isRight = truth.isCalled(ours);
        add(partition.kind(span), bytes, isRight || truth.isClaim(ours), isRight);
        if (!isRight) {
          String cause =
              partition.kind(span).key() + " of " + or(truth.name()) + ", here " + or(ours);
          causes.merge(cause, bytes, Long::sum);
        }
      }
    }
  }

  private static String or(String crate) {
    return crate.isEmpty() ? "nobody's" : crate;
  }

  private void add(Kind kind, long bytes, boolean isClaimed, boolean isRight) {
    all.add(bytes, isClaimed, isRight);
    if (kind == Kind.CODE) {
      code.add(bytes, isClaimed, isRight);
    }
  }

  /** Bytes of code. */
  Tally code() {
    return code;
  }

  /** Bytes of code, data and unwind tables. */
  Tally all() {
    return all;
  }

  /**
   * A row of a Markdown table: title, then bytes, claimed, right of it and right, of code and all.
   */
  String row() {
    return "| " + title + " | " + code.cells() + " | " + all.cells() + " | " + causes() + " |";
  }

  /** What most bytes that are not right are instead. */
  private String causes() {
    return causes.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(3)
        .map(cause -> String.format(Locale.ROOT, "%,d %s", cause.getValue(), cause.getKey()))
        .collect(Collectors.joining("; "));
  }
}
