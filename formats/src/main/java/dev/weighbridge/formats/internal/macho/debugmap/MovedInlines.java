package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.Texts;
import java.nio.charset.StandardCharsets;

/** Makes one table of the functions and inlined bodies of several objects. */
final class MovedInlines {
  private final InlineTable.Builder table = new InlineTable.Builder();
  private final FunctionNames.Builder names = new FunctionNames.Builder();
  private final MovedSources sources = new MovedSources();

  /** Adds what is left of an object; what the linker dropped has no place. */
  void add(InlineTable inlines, MovedCode code, int firstUnit) {
    sources.open(inlines.sources());
    FunctionNames functions = inlines.functions();
    int firstFunction = names.count();
    for (int function = 0; function < functions.count(); function++) {
      name(functions, function);
      int file = sources.row(functions.file(function));
      names.add(firstUnit + functions.unit(function), file, functions.line(function));
    }
    int[] rows = new int[inlines.count()];
    int[] depths = new int[inlines.count()];
    for (int scope = 0; scope < rows.length; scope++) {
      int parent = inlines.parent(scope);
      depths[scope] = parent < 0 ? 0 : depths[parent] + 1;
      rows[scope] = parent < 0 ? -1 : rows[parent];
      int function = firstFunction + inlines.function(scope);
      scope(inlines, scope, code, function, firstUnit, rows, depths[scope]);
    }
  }

  private void scope(
      InlineTable inlines,
      int scope,
      MovedCode code,
      int function,
      int firstUnit,
      int[] rows,
      int depth) {
    int parent = rows[scope];
    int[] row = {-1};
    for (int range = inlines.firstRange(scope); range < inlines.firstRange(scope + 1); range++) {
      code.move(
          inlines.rangeStart(range),
          inlines.rangeEnd(range),
          (from, address, size) -> {
            if (row[0] < 0) {
              int unit = firstUnit + inlines.unit(scope);
              row[0] = table.add(function, parent, inlines.isInlined(scope), unit);
            }
            table.range(address, address + size, depth);
          });
    }
    if (row[0] >= 0) {
      int file = sources.row(inlines.callFile(scope));
      table.call(row[0], file, inlines.callLine(scope), inlines.callColumn(scope));
      rows[scope] = row[0];
    }
  }

  /** The names of what a function is in come with its own. */
  private void name(FunctionNames functions, int function) {
    Texts linkage = functions.linkageNames();
    names
        .linkageNames()
        .add(linkage.bytes(function), linkage.start(function), linkage.length(function));
    if (linkage.length(function) == 0) {
      byte[] qualified = functions.qualifiedName(function).getBytes(StandardCharsets.UTF_8);
      names.names().add(Bytes.of(qualified), 0, qualified.length);
    } else {
      Texts plain = functions.names();
      names.names().add(plain.bytes(function), plain.start(function), plain.length(function));
    }
  }

  /** The functions and bodies added so far. */
  InlineTable build() {
    return table.build(names.build(), sources.build());
  }
}
