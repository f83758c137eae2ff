package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.debug.SourceTable;

/** Makes rows of the files of modules, each when something is first found to be from it. */
final class PdbSources {
  private static final int ENTRY = 6;

  private final PdbItems items;
  private final PdbTexts texts;
  private final SourceTable.Builder sources = new SourceTable.Builder();
  private final LongIntMap names = new LongIntMap();
  private LongIntMap rows = new LongIntMap();
  private Bytes files;
  private Bytes symbols;
  private int directory = -1;

  PdbSources(PdbProgram program) {
    this.items = program.items();
    this.texts = program.texts();
    this.files = texts.bytes().slice(0, 0);
    this.symbols = files;
  }

  /** Files are those of a module from now on. */
  void open(PdbModuleStream module) {
    files = module.files();
    rows = new LongIntMap();
    symbols = module.symbols();
    directory = -1;
  }

  /** The row of the file that a place in the list of files is about, -1 if there is none. */
  int row(long place) {
    if (!files.contains(place, ENTRY)) {
      return -1;
    }
    int known = rows.get(place);
    if (known >= 0) {
      return known;
    }
    int name = name(files.u32(place));
    if (name < 0) {
      return -1;
    }
    int row = sources.add(name, sources.noText(), directory());
    rows.putIfAbsent(place, row);
    return row;
  }

  /** Modules have most names in common. */
  private int name(long start) {
    int known = names.get(start);
    int length = known >= 0 ? 0 : texts.length(start);
    if (known >= 0 || length <= 0) {
      return known;
    }
    int name = sources.text(texts.bytes(), start, length);
    names.putIfAbsent(start, name);
    return name;
  }

  /** The directory that the module was compiled in; looked for once something needs it. */
  private int directory() {
    if (directory < 0) {
      PdbName told = items.build(PdbBuild.of(symbols).command(), PdbItems.BUILD_DIRECTORY);
      directory =
          told.length() == 0
              ? sources.noText()
              : sources.text(told.bytes(), told.start(), told.length());
    }
    return directory;
  }

  /** The files found so far. */
  SourceTable build() {
    return sources.build();
  }
}
