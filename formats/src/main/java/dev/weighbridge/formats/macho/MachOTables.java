package dev.weighbridge.formats.macho;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.exports.ExportTrie;
import dev.weighbridge.formats.macho.fixups.Fixups;
import dev.weighbridge.formats.macho.functions.DataInCode;
import dev.weighbridge.formats.macho.functions.FunctionStarts;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.macho.signature.CodeSignature;
import dev.weighbridge.formats.macho.symbols.IndirectSymbols;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  <T extends LoadCommand> @Nullable T first(Class<T> type) {
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

  MachOSymbolTable symbols() {
    LoadCommand.Symtab stated = first(LoadCommand.Symtab.class);
    return stated == null
        ? MachOSymbolTable.none(file, header)
        : MachOSymbolTable.read(file, header, stated, diagnostics);
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
    LoadCommand.Rows rows = stated == null ? new LoadCommand.Rows(0, 0) : stated.indirect();
    return IndirectSymbols.read(file, rows, diagnostics);
  }

  DataInCode dataInCode() {
    return DataInCode.read(file, linkEditData(MachOConstants.LC_DATA_IN_CODE), diagnostics);
  }

  /** Where the trie of exported symbols lies, by whichever command says so. */
  LoadCommand.Range exportTrieRange() {
    LoadCommand.Range own = linkEditData(MachOConstants.LC_DYLD_EXPORTS_TRIE);
    LoadCommand.DyldInfo info = first(LoadCommand.DyldInfo.class);
    return own.size() > 0 || info == null ? own : info.export();
  }

  ExportTrie exports(List<MachOSegment> segments) {
    LoadCommand.Range range = exportTrieRange();
    Bytes trie = range.content(file, "macho.export_trie", diagnostics);
    return ExportTrie.read(trie, range.offset(), baseAddress(segments), diagnostics);
  }

  Fixups fixups(List<MachOSegment> segments) {
    LoadCommand.DyldInfo opcodes = first(LoadCommand.DyldInfo.class);
    LoadCommand.Range chained = linkEditData(MachOConstants.LC_DYLD_CHAINED_FIXUPS);
    return Fixups.read(
        file, header, segments, opcodes, chained, baseAddress(segments), diagnostics);
  }

  Optional<CodeSignature> codeSignature() {
    LoadCommand.Range range = linkEditData(MachOConstants.LC_CODE_SIGNATURE);
    return new CodeSignatureReader(file, range, diagnostics).read();
  }

  FunctionStarts functionStarts(List<MachOSegment> segments) {
    LoadCommand.Range range = linkEditData(MachOConstants.LC_FUNCTION_STARTS);
    Bytes table = range.content(file, "macho.function_starts", diagnostics);
    return FunctionStarts.read(table, range.offset(), baseAddress(segments), diagnostics);
  }
}
