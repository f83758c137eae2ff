package dev.weighbridge.formats.internal.dwarf.functions;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.Texts;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;
import org.jspecify.annotations.Nullable;

/**
 * What is told of some functions, as columns: read by one thread, and given rows by another, in
 * whose order the files that declare them are counted.
 */
final class ResolvedFunctions {
  /** A column of names that lie in sections. */
  private static final class Names {
    private final @Nullable Bytes[] bytes;
    private final long[] start;
    private final int[] length;

    Names(int capacity) {
      bytes = new Bytes[capacity];
      start = new long[capacity];
      length = new int[capacity];
    }

    void set(int row, @Nullable DwarfTexts texts, long reference) {
      if (texts != null && reference != DwarfTexts.NONE) {
        bytes[row] = texts.bytes(reference);
        start[row] = DwarfTexts.offset(reference);
        length[row] = texts.length(reference);
      }
    }

    void addTo(Texts.Builder names, int row) {
      Bytes in = bytes[row];
      if (in == null || length[row] == 0) {
        names.addNone();
      } else {
        names.add(in, start[row], length[row]);
      }
    }
  }

  private final Names linkage;
  private final Names plain;
  private final @Nullable DwarfUnit[] fileUnit;
  private final long[] file;
  private final int[] line;
  private final long[] container;
  private int count;

  /** Room for some functions, none of them read. */
  ResolvedFunctions(int capacity) {
    linkage = new Names(capacity);
    plain = new Names(capacity);
    fileUnit = new DwarfUnit[capacity];
    file = new long[capacity];
    line = new int[capacity];
    container = new long[capacity];
  }

  /** Adds the function that was followed last. */
  void add(FunctionResolver resolver) {
    int row = count++;
    linkage.set(row, resolver.linkageTexts(), resolver.linkageName());
    plain.set(row, resolver.nameTexts(), resolver.name());
    fileUnit[row] = resolver.fileUnit();
    file[row] = resolver.fileNumber();
    line[row] = resolver.line();
    boolean isQualified =
        resolver.linkageName() != DwarfTexts.NONE || resolver.name() == DwarfTexts.NONE;
    container[row] = isQualified ? EntryRef.NONE : resolver.declaration();
  }

  /** How many functions there are. */
  int count() {
    return count;
  }

  /**
   * Gives a function a row.
   *
   * @param inUnit the unit that it is written in
   * @return the row
   */
  int addTo(FunctionNames.Builder names, SourceRows sources, int function, int inUnit) {
    linkage.addTo(names.linkageNames(), function);
    plain.addTo(names.names(), function);
    DwarfUnit declaredIn = fileUnit[function];
    int source = -1;
    if (file[function] >= 0 && declaredIn != null) {
      sources.open(declaredIn);
      source = sources.row(file[function]);
    }
    return names.add(inUnit, source, line[function]);
  }

  /**
   * The entry whose place tells what a function is in; {@link EntryRef#NONE} if its name tells
   * that, or it has none.
   */
  long container(int function) {
    return container[function];
  }
}
