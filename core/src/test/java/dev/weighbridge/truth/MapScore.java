package dev.weighbridge.truth;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.linkermap.LinkedObject;
import dev.weighbridge.formats.linkermap.LinkerMap;
import dev.weighbridge.formats.linkermap.LinkerMapReader;
import dev.weighbridge.formats.linkermap.MapRowType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose the bytes of a program are without its linker map, held to what the map says: byte by byte,
 * by the crate that compiled them. A byte that no crate is given is open, which is neither right
 * nor wrong.
 */
final class MapScore {
  private static final Pattern RLIB = Pattern.compile("lib(\\w+?)(?:-[0-9a-f]+)?\\.rlib");

  /** An object of the program itself: {@code app.app.a6f31df3-cgu.0.rcgu.o}, with a hash or not. */
  private static final Pattern OWN = Pattern.compile("(\\w+?)(?:-[0-9a-f]{16})?\\..*rcgu\\.o");

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
    MapScore score = new MapScore(title);
    Attribution attribution = BinaryModel.open(program).attribution();
    CrateTable crates = Crates.of(attribution, CratePolicy.INSTANTIATING);
    LinkerMap rows = LinkerMapReader.read(map.toString(), FileMapper.open(map));
    AddressMap places = attribution.addressMap(0);
    Set<String> loaded =
        attribution.sections().stream()
            .filter(section -> section.isLoaded() && section.fileEnd() > section.fileStart())
            .map(Section::name)
            .collect(Collectors.toSet());
    for (int row = 0; row < rows.count(); row++) {
      long place = places.place(rows.address(row));
      boolean isOfObject = rows.type(row) == MapRowType.INPUT && rows.object(row) >= 0;
      // Maps list debug information and zeros of each thread at addresses of something else.
      boolean isLoaded = isOfObject && loaded.contains(rows.outputs().get(rows.output(row)).name());
      if (isLoaded && place >= 0 && rows.size(row) > 0) {
        Compiled truth = Compiled.of(rows.objects().get(rows.object(row)));
        score.compare(attribution, crates, place, place + rows.size(row), truth);
      }
    }
    return score;
  }

  /**
   * Whom an object was compiled for.
   *
   * @param crate empty if it is no object of rustc
   * @param group what its crate is called where no names tell more
   */
  private record Compiled(String crate, String group) {
    static Compiled of(LinkedObject object) {
      Matcher library = RLIB.matcher(fileName(object.archive()));
      Matcher own = OWN.matcher(fileName(object.name()));
      if (library.matches()) {
        boolean isStandard = object.archive().contains("/rustlib/");
        return new Compiled(library.group(1), isStandard ? "[standard library]" : "");
      }
      return own.matches() ? new Compiled(own.group(1), "[program]") : new Compiled("", "");
    }

    /** Whether a label claims bytes for some crate, or the crates of one group. */
    static boolean isClaim(String label) {
      boolean isGroup = label.equals("[standard library]") || label.equals("[program]");
      return isGroup || !(label.isEmpty() || label.startsWith("[") || label.contains("."));
    }

    boolean isCalled(String label) {
      return isClaim(label) ? label.equals(crate) || label.equals(group) : crate.isEmpty();
    }
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void compare(
      Attribution attribution, CrateTable crates, long from, long to, Compiled truth) {
    Partition partition = attribution.partition();
    int span = partition.spanAt(from);
    for (; span >= 0 && span < partition.fileSpanCount() && partition.start(span) < to; span++) {
      long bytes = Math.min(to, partition.end(span)) - Math.max(from, partition.start(span));
      if (CONTENT.contains(partition.kind(span))) {
        int row = crates.ofSpan(span, Pricing.FULL);
        String ours = row < 0 ? "" : crates.crate(row).name();
        boolean isRight = truth.isCalled(ours);
        add(partition.kind(span), bytes, isRight || Compiled.isClaim(ours), isRight);
        if (!isRight) {
          String cause =
              partition.kind(span).key() + " of " + or(truth.crate) + ", here " + or(ours);
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
