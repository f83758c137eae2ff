package dev.weighbridge.formats.macho.headers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import java.util.Objects;

/**
 * One load command: a record of what the kernel, the dynamic linker or a tool has to know.
 * loader.h.
 *
 * <p>Commands that this package does not know, or whose content does not fit them, are {@link
 * Unknown} and keep their bytes.
 */
public sealed interface LoadCommand
    permits LoadCommand.BuildVersion,
        LoadCommand.DyldInfo,
        LoadCommand.Dylib,
        LoadCommand.Dysymtab,
        LoadCommand.EncryptionInfo,
        LoadCommand.EntryPoint,
        LoadCommand.FilesetEntry,
        LoadCommand.LinkEditData,
        LoadCommand.LinkerOption,
        LoadCommand.Note,
        LoadCommand.PrebindChecksum,
        LoadCommand.Routines,
        LoadCommand.Segment,
        LoadCommand.SourceVersion,
        LoadCommand.Symtab,
        LoadCommand.Text,
        LoadCommand.ThreadState,
        LoadCommand.TwoLevelHints,
        LoadCommand.Unknown,
        LoadCommand.Uuid,
        LoadCommand.VersionMin {

  /**
   * What all load commands begin with: {@code load_command}.
   *
   * @param index its row among the load commands
   * @param command one of the {@code LC_} constants
   * @param fileStart first byte of the command in the file
   * @param fileEnd its end, exclusive
   */
  record Prefix(int index, int command, long fileStart, long fileEnd) {}

  /** Its place among the load commands. */
  Prefix prefix();

  /** One of the {@code LC_} constants. */
  default int command() {
    return prefix().command();
  }

  /** First byte of the command in the file. */
  default long fileStart() {
    return prefix().fileStart();
  }

  /** End of the command in the file, exclusive. */
  default long fileEnd() {
    return prefix().fileEnd();
  }

  /** A command that is not known here; its bytes are those of its range. */
  record Unknown(Prefix prefix) implements LoadCommand {
    /** Refuses null. */
    public Unknown {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * A segment with its sections: {@code LC_SEGMENT} and {@code LC_SEGMENT_64}.
   *
   * @param segment what it says
   */
  record Segment(Prefix prefix, MachOSegment segment) implements LoadCommand {
    /** Refuses null. */
    public Segment {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(segment, "segment");
    }
  }

  /**
   * Where the symbol table and its strings lie: {@code LC_SYMTAB}.
   *
   * @param symbolOffset file offset of the symbols
   * @param symbolCount how many there are
   * @param stringOffset file offset of the strings
   * @param stringSize bytes of the strings
   */
  record Symtab(
      Prefix prefix, long symbolOffset, long symbolCount, long stringOffset, long stringSize)
      implements LoadCommand {
    /** Refuses null. */
    public Symtab {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * How the symbol table is divided, and the tables that count in it: {@code LC_DYSYMTAB}.
   *
   * @param locals the rows of local symbols
   * @param externals the rows of symbols defined for other files
   * @param undefined the rows of symbols that other files define
   * @param contents place of the table of contents
   * @param modules place of the module table
   * @param references place of the table of external references
   * @param indirect place of the indirect symbol table
   * @param externalRelocations place of the relocations by symbol
   * @param localRelocations place of the relocations by section
   */
  record Dysymtab(
      Prefix prefix,
      Rows locals,
      Rows externals,
      Rows undefined,
      Rows contents,
      Rows modules,
      Rows references,
      Rows indirect,
      Rows externalRelocations,
      Rows localRelocations)
      implements LoadCommand {
    /** Refuses null. */
    public Dysymtab {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(locals, "locals");
      Objects.requireNonNull(externals, "externals");
      Objects.requireNonNull(undefined, "undefined");
      Objects.requireNonNull(contents, "contents");
      Objects.requireNonNull(modules, "modules");
      Objects.requireNonNull(references, "references");
      Objects.requireNonNull(indirect, "indirect");
      Objects.requireNonNull(externalRelocations, "externalRelocations");
      Objects.requireNonNull(localRelocations, "localRelocations");
    }
  }

  /**
   * A part of a table, or the place of a whole one.
   *
   * @param start the first row, or the file offset of the table
   * @param count how many rows
   */
  record Rows(long start, long count) {}

  /**
   * A range of the file.
   *
   * @param offset file offset of its first byte
   * @param size bytes
   */
  record Range(long offset, long size) {

    /**
     * Its bytes as far as they lie inside the file; says so if some do not.
     *
     * @param structure what errors call it
     */
    public Bytes content(Bytes file, String structure, Diagnostics diagnostics) {
      long start = Math.min(offset, file.length());
      long room = file.length() - start;
      if (size > room) {
        diagnostics.warn(structure, offset, size + " bytes", room + " in the file");
      }
      return file.slice(start, start + Math.min(size, room));
    }
  }

  /**
   * What the dynamic linker reads, before chained fixups: {@code LC_DYLD_INFO} and {@code
   * LC_DYLD_INFO_ONLY}.
   *
   * @param rebase opcodes for what moves with the image
   * @param bind opcodes for imported symbols
   * @param weakBind opcodes for symbols of which one definition of many is used
   * @param lazyBind opcodes for symbols bound when first called
   * @param export the trie of exported symbols
   */
  record DyldInfo(
      Prefix prefix, Range rebase, Range bind, Range weakBind, Range lazyBind, Range export)
      implements LoadCommand {
    /** Refuses null. */
    public DyldInfo {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(rebase, "rebase");
      Objects.requireNonNull(bind, "bind");
      Objects.requireNonNull(weakBind, "weakBind");
      Objects.requireNonNull(lazyBind, "lazyBind");
      Objects.requireNonNull(export, "export");
    }
  }

  /**
   * A table in {@code __LINKEDIT}: {@code LC_CODE_SIGNATURE}, {@code LC_FUNCTION_STARTS}, {@code
   * LC_DYLD_CHAINED_FIXUPS} and the other commands of this shape.
   *
   * @param offset file offset of its first byte
   * @param size bytes
   */
  record LinkEditData(Prefix prefix, long offset, long size) implements LoadCommand {
    /** Refuses null. */
    public LinkEditData {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * A library: one that is needed, by {@code LC_LOAD_DYLIB} and its variants, or the file's own
   * name, by {@code LC_ID_DYLIB}.
   *
   * @param name its path
   * @param timestamp when it was built, in seconds since 1970; often 0, 1 or 2
   * @param currentVersion as {@link MachOVersion#text} shows it
   * @param compatibilityVersion the oldest version that will do
   */
  record Dylib(
      Prefix prefix, String name, long timestamp, int currentVersion, int compatibilityVersion)
      implements LoadCommand {
    /** Refuses null. */
    public Dylib {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * A command that holds one text: {@code LC_RPATH}, {@code LC_LOAD_DYLINKER}, {@code
   * LC_SUB_FRAMEWORK}, {@code LC_DYLD_ENVIRONMENT}, {@code LC_TARGET_TRIPLE} and their like.
   *
   * @param text the path or name
   */
  record Text(Prefix prefix, String text) implements LoadCommand {
    /** Refuses null. */
    public Text {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * What identifies this build: {@code LC_UUID}.
   *
   * @param hex 32 lower-case hexadecimal digits
   */
  record Uuid(Prefix prefix, String hex) implements LoadCommand {
    /** Refuses null. */
    public Uuid {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(hex, "hex");
    }
  }

  /**
   * The oldest system it runs on: {@code LC_VERSION_MIN_MACOSX} and its like.
   *
   * @param version as {@link MachOVersion#text} shows it
   * @param sdk version of the SDK, 0 if not stated
   */
  record VersionMin(Prefix prefix, int version, int sdk) implements LoadCommand {
    /** Refuses null. */
    public VersionMin {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * What it was built for and with: {@code LC_BUILD_VERSION}.
   *
   * @param platform one of the {@code PLATFORM_} numbers: 1 macOS, 2 iOS
   * @param minimumSystem as {@link MachOVersion#text} shows it
   * @param sdk version of the SDK, 0 if not stated
   * @param tools the tools that took part
   */
  record BuildVersion(
      Prefix prefix, int platform, int minimumSystem, int sdk, List<BuildTool> tools)
      implements LoadCommand {

    /** Checks that nothing is missing. */
    public BuildVersion {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(tools, "tools");
      tools = List.copyOf(tools);
    }
  }

  /**
   * A tool that took part in a build.
   *
   * @param tool one of the {@code TOOL_} numbers: 1 clang, 2 swift, 3 ld, 4 lld
   * @param version as {@link MachOVersion#text} shows it
   */
  record BuildTool(int tool, int version) {}

  /**
   * The version of the sources: {@code LC_SOURCE_VERSION}.
   *
   * @param version five numbers of 24 and four times 10 bits
   */
  record SourceVersion(Prefix prefix, long version) implements LoadCommand {
    /** Refuses null. */
    public SourceVersion {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * Where execution starts: {@code LC_MAIN}.
   *
   * @param entryOffset file offset of the first instruction
   * @param stackSize bytes of the first stack, 0 for the default
   */
  record EntryPoint(Prefix prefix, long entryOffset, long stackSize) implements LoadCommand {
    /** Refuses null. */
    public EntryPoint {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /** The registers of the first thread, in the machine's own layout: {@code LC_UNIXTHREAD}. */
  record ThreadState(Prefix prefix) implements LoadCommand {
    /** Refuses null. */
    public ThreadState {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * The initialiser of a library: {@code LC_ROUTINES} and {@code LC_ROUTINES_64}.
   *
   * @param address its virtual address
   * @param module its row in the module table
   */
  record Routines(Prefix prefix, long address, long module) implements LoadCommand {
    /** Refuses null. */
    public Routines {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * What is encrypted: {@code LC_ENCRYPTION_INFO} and {@code LC_ENCRYPTION_INFO_64}.
   *
   * @param offset file offset of its first byte
   * @param size bytes
   * @param encryption the system used, 0 if it is not encrypted yet
   */
  record EncryptionInfo(Prefix prefix, long offset, long size, int encryption)
      implements LoadCommand {
    /** Refuses null. */
    public EncryptionInfo {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * Options the compiler has for the linker: {@code LC_LINKER_OPTION}.
   *
   * @param options in the order of the file
   */
  record LinkerOption(Prefix prefix, List<String> options) implements LoadCommand {

    /** Checks that nothing is missing. */
    public LinkerOption {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(options, "options");
      options = List.copyOf(options);
    }
  }

  /**
   * Data of a tool: {@code LC_NOTE}.
   *
   * @param owner who put it there
   * @param offset file offset of its first byte
   * @param size bytes
   */
  record Note(Prefix prefix, String owner, long offset, long size) implements LoadCommand {
    /** Refuses null. */
    public Note {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(owner, "owner");
    }
  }

  /**
   * A file inside this one: {@code LC_FILESET_ENTRY}.
   *
   * @param address virtual address of its header
   * @param offset file offset of its header
   * @param name what it is called
   */
  record FilesetEntry(Prefix prefix, long address, long offset, String name)
      implements LoadCommand {
    /** Refuses null. */
    public FilesetEntry {
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * Hints for looking up symbols: {@code LC_TWOLEVEL_HINTS}.
   *
   * @param offset file offset of the first hint
   * @param count hints of four bytes each
   */
  record TwoLevelHints(Prefix prefix, long offset, long count) implements LoadCommand {
    /** Refuses null. */
    public TwoLevelHints {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * The checksum of a prebound file: {@code LC_PREBIND_CKSUM}.
   *
   * @param checksum 0 to 2^32-1
   */
  record PrebindChecksum(Prefix prefix, long checksum) implements LoadCommand {
    /** Refuses null. */
    public PrebindChecksum {
      Objects.requireNonNull(prefix, "prefix");
    }
  }
}
