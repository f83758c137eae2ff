package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.SourceTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.debug.VariableTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What debug information says of one byte: of code its unit, the functions around it, its line; of
 * data where it is declared.
 */
public final class DebugLayers {
  private final Partition partition;
  private final DebugPlaces places;
  private final VariableSpans variables;
  private final List<Layer> layers = new ArrayList<>();

  private final SourceTexts texts;

  private DebugLayers(Attribution attribution, SourceTexts texts) {
    partition = attribution.partition();
    places = new DebugPlaces(attribution);
    variables = new VariableSpans(attribution);
    this.texts = texts;
  }

  /**
   * An explanation with layers for all that debug information says of the byte, if anything.
   *
   * @param texts where the text of its line is looked for
   */
  public static Explanation add(Attribution attribution, Explanation known, SourceTexts texts) {
    int image = attribution.partition().image(known.span());
    boolean mayBe = image >= 0 && known.fileOffset() >= 0;
    DebugLayers found = new DebugLayers(attribution, texts);
    if (mayBe && found.places.debug(image).isPresent()) {
      long start = found.places.address(known.span());
      long behind = known.fileOffset() - attribution.partition().start(known.span());
      if (start != -1) {
        found.add(image, start + behind);
      }
    }
    if (mayBe && found.layers.isEmpty()) {
      found.variable(image, known.span());
    }
    List<Layer> all = new ArrayList<>(known.layers());
    all.addAll(found.layers);
    return new Explanation(known.fileOffset(), known.address(), known.span(), all, known.claims());
  }

  private void add(int image, long address) {
    DebugInformation debug = places.debug(image);
    AddressMap units = debug.units().code();
    int range = units.rangeAt(address);
    if (range >= 0) {
      UnitTable table = debug.units();
      int unit = units.row(range);
      String name = ShownPaths.shortened(table.name(unit), table.directory(unit));
      layer(image, "unit", name, units.start(range), units.end(range));
    }
    int scope = debug.inlines().code().rowAt(address);
    if (scope >= 0) {
      functions(image, debug.inlines(), scope, address);
    }
    LineTable lines = debug.lines();
    int row = lines.rowAt(address);
    if (row >= 0 && lines.file(row) >= 0) {
      int run = lines.runAt(address);
      String column = lines.column(row) > 0 ? ":" + lines.column(row) : "";
      String text = path(lines.sources(), lines.file(row)) + ":" + lines.line(row) + column;
      layer(image, "line", text, lines.start(run, row), lines.end(run, row));
      String full = lines.sources().path(lines.file(row));
      String shown = path(lines.sources(), lines.file(row));
      texts
          .line(full, shown, lines.line(row))
          .ifPresent(
              source -> layer(image, "source", source, lines.start(run, row), lines.end(run, row)));
    }
  }

  /** Where the variable is declared that a span is of. */
  private void variable(int image, int span) {
    int variable = variables.at(span);
    if (variable >= 0) {
      VariableTable table = places.debug(image).variables();
      String text = path(table.sources(), table.file(variable)) + ":" + table.line(variable);
      layers.add(new Layer("declared", text, partition.start(span), partition.end(span)));
    }
  }

  /** The functions around an address, the outermost first. */
  private void functions(int image, InlineTable table, int innermost, long address) {
    List<Integer> path = new ArrayList<>();
    for (int scope = innermost; scope >= 0; scope = table.parent(scope)) {
      path.add(0, scope);
    }
    for (int scope : path) {
      String name = FunctionTexts.of(table.functions(), table.function(scope));
      int file = table.callFile(scope);
      String call =
          file < 0
              ? ""
              : ", called at " + path(table.sources(), file) + ":" + table.callLine(scope);
      for (int range = table.firstRange(scope); range < table.firstRange(scope + 1); range++) {
        boolean isIn =
            Long.compareUnsigned(table.rangeStart(range), address) <= 0
                && Long.compareUnsigned(address, table.rangeEnd(range)) < 0;
        if (isIn) {
          String what = table.isInlined(scope) ? "inlined" : "function";
          layer(image, what, name + call, table.rangeStart(range), table.rangeEnd(range));
        }
      }
    }
  }

  private static String path(SourceTable sources, int file) {
    return ShownPaths.shortened(sources.path(file), sources.base(file));
  }

  private void layer(int image, String name, String text, long start, long end) {
    long place = places.place(image, start);
    if (place >= 0) {
      layers.add(new Layer(name, text, place, place + (end - start)));
    }
  }
}
