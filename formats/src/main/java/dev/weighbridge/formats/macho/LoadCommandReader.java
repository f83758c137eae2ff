package dev.weighbridge.formats.macho;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.LoadCommand.Prefix;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.ArrayList;
import java.util.List;

/** Reads the load commands, each checked against the bytes it says it has. loader.h. */
final class LoadCommandReader {
  private final Bytes file;
  private final MachOHeader header;
  private final MachOHeaders rows;
  private final Diagnostics diagnostics;
  private int sectionCount;

  LoadCommandReader(Bytes file, MachOHeader header, Diagnostics diagnostics) {
    this.file = file;
    this.header = header;
    this.rows = MachOHeaders.of(file, header);
    this.diagnostics = diagnostics;
  }

  List<LoadCommand> read() {
    List<LoadCommand> commands = new ArrayList<>();
    long at = header.fileEnd();
    long end = end();
    for (long i = 0; i < header.commandCount(); i++) {
      if (end - at < MachOHeaders.PREFIX_SIZE) {
        diagnostics.error(
            "macho.ncmds", 16, header.commandCount() + " load commands", i + " that fit");
        break;
      }
      Prefix prefix = rows.prefix(commands.size(), at);
      long size = prefix.fileEnd() - at;
      if (size < MachOHeaders.PREFIX_SIZE || size > end - at) {
        diagnostics.error(
            "macho.load_command[" + i + "].cmdsize",
            at + 4,
            "8 to " + (end - at) + " bytes",
            Long.toString(size));
        break;
      }
      commands.add(command(prefix));
      at = prefix.fileEnd();
    }
    return List.copyOf(commands);
  }

  private long end() {
    long room = file.length() - header.fileEnd();
    if (header.commandsSize() > room) {
      diagnostics.error(
          "macho.sizeofcmds", 20, "at most " + room, Long.toString(header.commandsSize()));
    }
    return header.fileEnd() + Math.min(header.commandsSize(), room);
  }

  private LoadCommand command(Prefix prefix) {
    Bytes within = file.slice(0, prefix.fileEnd());
    try {
      return new Body(within).read(prefix);
    } catch (MalformedBinaryException e) {
      diagnostics.warn(
          "macho.load_command[" + prefix.index() + "]",
          prefix.fileStart(),
          "a command of type 0x" + Integer.toHexString(prefix.command()),
          prefix.fileEnd() - prefix.fileStart() + " bytes");
      return new LoadCommand.Unknown(prefix);
    }
  }

  /** Reads one command from bytes that end where it ends. */
  private final class Body {
    private final Bytes bytes;
    private final MachOHeaders rows;

    Body(Bytes bytes) {
      this.bytes = bytes;
      this.rows = MachOHeaders.of(bytes, header);
    }

    private LoadCommand read(Prefix prefix) {
      return switch (prefix.command()) {
        case MachOConstants.LC_SEGMENT, MachOConstants.LC_SEGMENT_64 ->
            new LoadCommand.Segment(prefix, segment(prefix));
        case MachOConstants.LC_SYMTAB -> rows.symtab(prefix);
        case MachOConstants.LC_DYSYMTAB -> rows.dysymtab(prefix);
        case MachOConstants.LC_DYLD_INFO, MachOConstants.LC_DYLD_INFO_ONLY -> rows.dyldInfo(prefix);
        case MachOConstants.LC_UUID -> rows.uuid(prefix);
        case MachOConstants.LC_BUILD_VERSION -> buildVersion(prefix);
        case MachOConstants.LC_SOURCE_VERSION -> rows.sourceVersion(prefix);
        case MachOConstants.LC_MAIN -> rows.entryPoint(prefix);
        case MachOConstants.LC_THREAD, MachOConstants.LC_UNIXTHREAD ->
            new LoadCommand.ThreadState(prefix);
        case MachOConstants.LC_ENCRYPTION_INFO, MachOConstants.LC_ENCRYPTION_INFO_64 ->
            rows.encryptionInfo(prefix);
        case MachOConstants.LC_ROUTINES, MachOConstants.LC_ROUTINES_64 -> rows.routines(prefix);
        case MachOConstants.LC_LINKER_OPTION -> linkerOption(prefix);
        case MachOConstants.LC_NOTE -> rows.note(prefix);
        case MachOConstants.LC_FILESET_ENTRY ->
            rows.filesetEntry(prefix, text(prefix, rows.filesetNameOffset(prefix)));
        case MachOConstants.LC_TWOLEVEL_HINTS -> rows.twoLevelHints(prefix);
        case MachOConstants.LC_PREBIND_CKSUM ->
            new LoadCommand.PrebindChecksum(prefix, rows.number(prefix));
        case MachOConstants.LC_VERSION_MIN_MACOSX,
            MachOConstants.LC_VERSION_MIN_IPHONEOS,
            MachOConstants.LC_VERSION_MIN_TVOS,
            MachOConstants.LC_VERSION_MIN_WATCHOS ->
            rows.versionMin(prefix);
        default -> family(prefix);
      };
    }

    private LoadCommand family(Prefix prefix) {
      return switch (prefix.command()) {
        case MachOConstants.LC_LOAD_DYLIB,
            MachOConstants.LC_ID_DYLIB,
            MachOConstants.LC_LOAD_WEAK_DYLIB,
            MachOConstants.LC_REEXPORT_DYLIB,
            MachOConstants.LC_LAZY_LOAD_DYLIB,
            MachOConstants.LC_LOAD_UPWARD_DYLIB ->
            rows.dylib(prefix, text(prefix, rows.number(prefix)));
        case MachOConstants.LC_LOAD_DYLINKER,
            MachOConstants.LC_ID_DYLINKER,
            MachOConstants.LC_DYLD_ENVIRONMENT,
            MachOConstants.LC_RPATH,
            MachOConstants.LC_SUB_FRAMEWORK,
            MachOConstants.LC_SUB_UMBRELLA,
            MachOConstants.LC_SUB_CLIENT,
            MachOConstants.LC_SUB_LIBRARY,
            MachOConstants.LC_TARGET_TRIPLE ->
            new LoadCommand.Text(prefix, text(prefix, rows.number(prefix)));
        case MachOConstants.LC_CODE_SIGNATURE,
            MachOConstants.LC_SEGMENT_SPLIT_INFO,
            MachOConstants.LC_FUNCTION_STARTS,
            MachOConstants.LC_DATA_IN_CODE,
            MachOConstants.LC_DYLIB_CODE_SIGN_DRS,
            MachOConstants.LC_LINKER_OPTIMIZATION_HINT,
            MachOConstants.LC_DYLD_EXPORTS_TRIE,
            MachOConstants.LC_DYLD_CHAINED_FIXUPS,
            MachOConstants.LC_ATOM_INFO,
            MachOConstants.LC_FUNCTION_VARIANTS,
            MachOConstants.LC_FUNCTION_VARIANT_FIXUPS,
            MachOConstants.LC_LAZY_LOAD_DYLIB_INFO ->
            rows.linkEditData(prefix);
        default -> new LoadCommand.Unknown(prefix);
      };
    }

    private MachOSegment segment(Prefix prefix) {
      long start = prefix.fileStart() + MachOHeaders.PREFIX_SIZE + rows.segmentSize();
      long stated = rows.sectionCount(prefix);
      long fits = Math.max(0, prefix.fileEnd() - start) / rows.sectionSize();
      if (stated > fits) {
        diagnostics.error(
            "macho.load_command[" + prefix.index() + "].nsects",
            prefix.fileStart(),
            stated + " sections",
            fits + " that fit");
      }
      List<MachOSection> sections = new ArrayList<>();
      if (Math.min(stated, fits) > Limits.MAX_SECT - sectionCount) {
        diagnostics.error(
            "macho.sections", prefix.fileStart(), "at most " + Limits.MAX_SECT, "more");
      }
      long allowed = Math.min(Math.min(stated, fits), Limits.MAX_SECT - (long) sectionCount);
      for (long i = 0; i < allowed; i++) {
        sections.add(rows.section(sectionCount++, start + i * rows.sectionSize()));
      }
      return rows.segment(prefix, sections);
    }

    private LoadCommand buildVersion(Prefix prefix) {
      long start = prefix.fileStart() + MachOHeaders.PREFIX_SIZE + 16;
      long fits = Math.max(0, prefix.fileEnd() - start) / MachOHeaders.BUILD_TOOL_SIZE;
      List<LoadCommand.BuildTool> tools = new ArrayList<>();
      for (long i = 0; i < Math.min(rows.toolCount(prefix), fits); i++) {
        tools.add(rows.buildTool(start + i * MachOHeaders.BUILD_TOOL_SIZE));
      }
      return rows.buildVersion(prefix, tools);
    }

    private LoadCommand linkerOption(Prefix prefix) {
      List<String> options = new ArrayList<>();
      long at = prefix.fileStart() + MachOHeaders.PREFIX_SIZE + 4;
      long count = rows.number(prefix);
      for (long i = 0; i < count && at < prefix.fileEnd(); i++) {
        long end = textEnd(at);
        options.add(bytes.text(at, end));
        at = end + 1;
      }
      return new LoadCommand.LinkerOption(prefix, options);
    }

    /** The text that starts {@code offset} bytes behind the start of the command. */
    private String text(Prefix prefix, long offset) {
      long start = prefix.fileStart() + offset;
      if (start >= prefix.fileEnd()) {
        throw new MalformedBinaryException(
            "lc_str", prefix.fileStart(), "an offset inside the command", Long.toString(offset));
      }
      return bytes.text(start, textEnd(start));
    }

    private long textEnd(long start) {
      long limit = Math.min(bytes.length(), start + Limits.MAX_NAME_LENGTH);
      long nul = bytes.indexOf((byte) 0, start, limit);
      return nul < 0 ? limit : nul;
    }
  }
}
