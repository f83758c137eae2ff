package dev.weighbridge.report.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.Dominators;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.graph.ReferencePath;
import dev.weighbridge.graph.ReferencePaths;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Why an item is in a file: the answer of the {@code why} command. */
public final class WhyReport implements Report {
  private static final String SCHEMA = "weighbridge/why/1";
  private static final int PLACE = 12;
  private static final String GAP = "  ";

  private final Attribution attribution;
  private final ReferenceGraph graph;
  private final Dominators dominators;
  private final ReferencePaths ways;
  private final List<ReferencePath> paths;
  private final int limit;

  /**
   * A step of one of the ways.
   *
   * @param path which way, from 1
   * @param reason why the first item of the way is needed
   */
  private record Step(int path, String reason, ReferencePath.Step at) {}

  /**
   * Why an item is in a file.
   *
   * @param node its node in the graph of the file
   * @param limit ways to show at most; 0 shows one through each item that refers to it
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public WhyReport(Attribution attribution, int node, int limit) {
    Objects.requireNonNull(attribution, "attribution");
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
    this.attribution = attribution;
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
    graph = ReferenceGraph.completeOf(attribution);
    dominators = Dominators.of(attribution);
    ways = ReferencePaths.to(attribution, node);
    paths = ways.shortest(this.limit);
  }

  /** The file. */
  public BinaryFile file() {
    return attribution.file();
  }

  /** How many ways there are, shown or not. */
  public int count() {
    return ways.count();
  }

  /** The ways to show, shortest first. */
  public List<ReferencePath> paths() {
    return paths;
  }

  @Override
  public Answer answer() {
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(CommonParts.line(file())));
    parts.add(CommonParts.identity(file()));
    parts.add(Prose.of(subject()));
    addFacts(parts);
    parts.add(objects());
    for (int i = 0; i < paths.size(); i++) {
      parts.add(Prose.of(Medium.TEXT, lines(paths.get(i), i == 0)));
    }
    parts.add(steps());
    if (paths.size() < count()) {
      parts.add(Prose.of(Line.of(others(count() - paths.size()))));
    }
    List<Integer> referrers = referrers();
    if (paths.isEmpty()) {
      parts.add(Prose.of(referrers(referrers)));
    }
    parts.add(
        Table.of("notNeeded", referrers.subList(0, Math.min(referrers.size(), limit)))
            .columns(Medium.OBJECTS, item())
            .in(Medium.OBJECTS)
            .build());
    parts.add(CommonParts.diagnostics(file()));
    return new Answer(SCHEMA, file().name(), parts);
  }

  private static String others(int count) {
    return "[" + Figures.grouped(count) + " others]";
  }

  /** What is said of an item, which stands for itself as a node. */
  private List<Column<Integer>> item() {
    return List.of(
        Column.name("label", graph::text),
        Column.address("address", this::address),
        Column.names("mangled", this::rawNames));
  }

  private long address(int node) {
    return attribution.address(graph.firstSpan(node));
  }

  private List<String> rawNames(int node) {
    int owner = graph.owner(node);
    return owner < 0 ? List.of() : attribution.owners().rawNames(owner);
  }

  private void addFacts(List<Part> parts) {
    int above = dominators.dominator(ways.node());
    parts.add(Facts.of(ways.node(), item()));
    parts.add(
        Facts.of(
            ways.node(),
            List.of(
                Column.bytes("fileSize", graph::fileSize),
                Column.bytes("retainedSize", dominators::retainedSize),
                Column.flag("needed", dominators::isReached))));
    if (above >= 0) {
      parts.add(Facts.of("through", above, item()));
    }
    parts.add(Facts.of(ways, List.of(Column.count("pathCount", ReferencePaths::count))));
  }

  /** The ways as lists of steps. */
  private Part objects() {
    List<Column<ReferencePath.Step>> columns =
        List.of(
            Column.name("label", step -> graph.text(step.node())),
            Column.address("address", step -> address(step.node())),
            Column.names("mangled", step -> rawNames(step.node())),
            Column.offset("referenceOffset", ReferencePath.Step::fileOffset),
            Column.address("referenceAddress", ReferencePath.Step::address));
    return Table.of("paths", paths)
        .columns(
            Medium.OBJECTS,
            List.of(
                Column.word("neededAs", path -> path.reason().text()),
                Column.rows(
                    "steps",
                    path ->
                        Table.of("steps", path.steps()).columns(Medium.OBJECTS, columns).build())))
        .in(Medium.OBJECTS)
        .build();
  }

  /** The ways as one table of their steps. */
  private Part steps() {
    List<Step> steps = new ArrayList<>();
    for (int path = 0; path < paths.size(); path++) {
      String reason = paths.get(path).reason().text();
      for (ReferencePath.Step step : paths.get(path).steps()) {
        steps.add(new Step(path + 1, reason, step));
      }
    }
    return Table.of("steps", steps)
        .columns(
            List.of(
                Column.<Step>number("path", Step::path).titled("Way"),
                Column.<Step>word("neededAs", Step::reason).titled("Needed as"),
                Column.<Step>label("label", step -> graph.text(step.at().node())).titled("Item"),
                Column.<Step>address("address", step -> address(step.at().node())),
                Column.<Step>offset("referenceOffset", step -> step.at().fileOffset())
                    .titled("Referred to at"),
                Column.<Step>address("referenceAddress", step -> step.at().address())
                    .titled("Address there")))
        .ifEmpty(Line.EMPTY)
        .in(Medium.MARKUP, Medium.RECORDS)
        .build();
  }

  private List<Line> subject() {
    int node = ways.node();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.EMPTY.label(graph.text(node)));
    String bytes = Figures.bytes(graph.fileSize(node));
    if (!dominators.isReached(node)) {
      lines.add(Line.of(bytes + "; nothing that is needed leads to it"));
      return lines;
    }
    String retained = Figures.grouped(dominators.retainedSize(node));
    lines.add(Line.of(bytes + ", " + retained + " with all that only it keeps"));
    int above = dominators.dominator(node);
    if (above >= 0) {
      lines.add(Line.of("All ways to it go through ").label(graph.text(above)));
    }
    lines.add(
        Line.of(
            count() == 1
                ? "1 way, the shortest there is:"
                : Figures.grouped(count())
                    + " ways, the shortest through each item that refers to it:"));
    return lines;
  }

  private List<Line> lines(ReferencePath path, boolean hasTitles) {
    List<Line> lines = new ArrayList<>();
    if (hasTitles) {
      String titles = right("file offset") + GAP + right("address") + GAP;
      lines.add(Line.of(titles + "item, and where the one above refers to it"));
    }
    ReferencePath.Step first = path.steps().get(0);
    int indent = 2 * (PLACE + GAP.length());
    lines.add(Line.of(path.reason().text()).tab(indent).label(graph.text(first.node())));
    for (ReferencePath.Step step : path.steps().subList(1, path.steps().size())) {
      String offset = right(Figures.hex(step.fileOffset()));
      String address = right(Figures.hex(step.address()));
      lines.add(Line.of(offset + GAP + address + GAP).label(graph.text(step.node())));
    }
    return lines;
  }

  private static String right(String text) {
    return " ".repeat(Math.max(0, PLACE - text.length())) + text;
  }

  private List<Integer> referrers() {
    List<Integer> nodes = new ArrayList<>();
    for (int node : ways.notNeeded()) {
      nodes.add(node);
    }
    return nodes;
  }

  private List<Line> referrers(List<Integer> referrers) {
    List<Line> lines = new ArrayList<>();
    boolean isNone = referrers.isEmpty();
    lines.add(Line.of(isNone ? "No item refers to it." : "Not needed either, it is in:"));
    int shown = Math.min(referrers.size(), limit);
    for (int node : referrers.subList(0, shown)) {
      lines.add(Line.EMPTY.tab(GAP.length()).label(graph.text(node)));
    }
    if (shown < referrers.size()) {
      lines.add(Line.EMPTY.tab(GAP.length()).add(others(referrers.size() - shown)));
    }
    return lines;
  }

  @Override
  public String toString() {
    return attribution.file().name() + ", " + paths.size() + " items";
  }
}
