package dev.weighbridge.formats.macho;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.StatedRows;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import java.util.Optional;

/** Finds tables by what load commands say of them, each checked against the file. */
final class MachOTables {
  private final Bytes file;
  private final MachOHeader header;
  private final List<LoadCommand> commands;
  private final Diagnostics diagnostics;

  MachOTables(Bytes file, MachOHeader header, List<LoadCommand> commands, Diagnostics diagnostics) {
    this.file = file;
    this.header = header;
    this.commands = commands;
    this.diagnostics = diagnostics;
  }

  /** The first command of a type, or {@code null}. */
  <T extends LoadCommand> T first(Class<T> type) {
    for (LoadCommand command : commands) {
      if (type.isInstance(command)) {
        return type.cast(command);
      }
    }
    return null;
  }

  /** The range that the first {@code linkedit_data_command} of a number states, or an empty one. */
  LoadCommand.Range linkEditData(int number) {
    for (LoadCommand command : commands) {
      if (command.command() == number && command instanceof LoadCommand.LinkEditData data) {
        return new LoadCommand.Range(data.offset(), data.size());
      }
    }
    return new LoadCommand.Range(0, 0);
  }

  /** The bytes of a range, as far as they lie inside the file. */
  Bytes content(String structure, LoadCommand.Range range) {
    long start = Math.min(range.offset(), file.length());
    long room = file.length() - start;
    if (range.size() > room) {
      diagnostics.warn(structure, range.offset(), range.size() + " bytes", room + " in the file");
    }
    return file.slice(start, start + Math.min(range.size(), room));
  }

  MachOSymbolTable symbols() {
    LoadCommand.Symtab stated = first(LoadCommand.Symtab.class);
    if (stated == null) {
      return new MachOSymbolTable(file, header.is64Bit(), 0, 0, file.slice(0, 0), 0);
    }
    int stride = MachOSymbolTable.entrySize(header.is64Bit());
    long start = stated.symbolOffset();
    int count =
        StatedRows.inside(file, "macho.symtab", start, stride, stated.symbolCount(), diagnostics);
    LoadCommand.Range strings = new LoadCommand.Range(stated.stringOffset(), stated.stringSize());
    Bytes pool = content("macho.symtab.strings", strings);
    return new MachOSymbolTable(
        file, header.is64Bit(), count == 0 ? 0 : start, count, pool, stated.stringOffset());
  }

  /** The address of the header: of the segment that holds the first byte of the file. */
  long baseAddress(List<MachOSegment> segments) {
    for (MachOSegment segment : segments) {
      if (segment.name().equals("__TEXT")) {
        return segment.address();
      }
    }
    for (MachOSegment segment : segments) {
      if (segment.offset() == 0 && segment.fileSize() > 0) {
        return segment.address();
      }
    }
    return 0;
  }

  IndirectSymbols indirectSymbols() {
    LoadCommand.Dysymtab stated = first(LoadCommand.Dysymtab.class);
    if (stated == null) {
      return new IndirectSymbols(file, 0, 0);
    }
    LoadCommand.Rows rows = stated.indirect();
    int count =
        StatedRows.inside(
            file,
            "macho.indirect_symbols",
            rows.start(),
            IndirectSymbols.STRIDE,
            rows.count(),
            diagnostics);
    return new IndirectSymbols(file, count == 0 ? 0 : rows.start(), count);
  }

  DataInCode dataInCode() {
    LoadCommand.Range range = linkEditData(MachOConstants.LC_DATA_IN_CODE);
    long stated = range.size() / DataInCode.STRIDE;
    int count =
        StatedRows.inside(
            file, "macho.data_in_code", range.offset(), DataInCode.STRIDE, stated, diagnostics);
    return new DataInCode(file, count == 0 ? 0 : range.offset(), count);
  }

  /** Where the trie of exported symbols lies, by whichever command says so. */
  LoadCommand.Range exportTrieRange() {
    LoadCommand.Range own = linkEditData(MachOConstants.LC_DYLD_EXPORTS_TRIE);
    LoadCommand.DyldInfo info = first(LoadCommand.DyldInfo.class);
    return own.size() > 0 || info == null ? own : info.export();
  }

  ExportTrie exports(List<MachOSegment> segments) {
    LoadCommand.Range range = exportTrieRange();
    Bytes trie = content("macho.export_trie", range);
    return ExportTrie.read(trie, range.offset(), baseAddress(segments), diagnostics);
  }

  Fixups fixups(List<MachOSegment> segments) {
    LoadCommand.DyldInfo opcodes = first(LoadCommand.DyldInfo.class);
    LoadCommand.Range chained = linkEditData(MachOConstants.LC_DYLD_CHAINED_FIXUPS);
    FixupsBuilder builder = new FixupsBuilder(file, header, segments, diagnostics);
    return Fixups.read(builder, opcodes, chained, baseAddress(segments));
  }

  Optional<CodeSignature> codeSignature() {
    LoadCommand.Range range = linkEditData(MachOConstants.LC_CODE_SIGNATURE);
    return new CodeSignatureReader(file, range, diagnostics).read();
  }

  MachORelocations relocations(String structure, long start, long count) {
    int fits =
        StatedRows.inside(file, structure, start, MachORelocations.STRIDE, count, diagnostics);
    return new MachORelocations(file, header, fits == 0 ? 0 : start, fits);
  }

  FunctionStarts functionStarts(List<MachOSegment> segments) {
    LoadCommand.Range range = linkEditData(MachOConstants.LC_FUNCTION_STARTS);
    Bytes table = content("macho.function_starts", range);
    return FunctionStarts.read(table, range.offset(), baseAddress(segments), diagnostics);
  }
}
