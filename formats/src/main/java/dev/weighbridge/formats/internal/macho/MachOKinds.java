package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.S_ATTR_DEBUG;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.headers.MachOSection;

/**
 * What the bytes of a section are where nothing finer is known: by its type, then its name, then
 * its segment.
 */
final class MachOKinds {
  private MachOKinds() {}

  /** The kind of a section. */
  static Kind of(MachOSection section) {
    Kind byType = byType(section);
    Kind known = byType != Kind.OTHER ? byType : byName(section);
    if (known != Kind.OTHER) {
      return known;
    }
    if (section.isExecutable()) {
      return Kind.CODE;
    }
    if (section.segmentName().equals("__LLVM")) {
      return Kind.OTHER;
    }
    return isWritable(section) && !section.name().equals("__const") ? Kind.DATA : Kind.RODATA;
  }

  private static Kind byType(MachOSection section) {
    return switch (section.type()) {
      case MachOConstants.S_ZEROFILL,
          MachOConstants.S_GB_ZEROFILL,
          MachOConstants.S_THREAD_LOCAL_ZEROFILL ->
          Kind.ZERO;
      case MachOConstants.S_SYMBOL_STUBS,
          MachOConstants.S_NON_LAZY_SYMBOL_POINTERS,
          MachOConstants.S_LAZY_SYMBOL_POINTERS,
          MachOConstants.S_LAZY_DYLIB_SYMBOL_POINTERS,
          MachOConstants.S_THREAD_LOCAL_VARIABLE_POINTERS,
          MachOConstants.S_MOD_INIT_FUNC_POINTERS,
          MachOConstants.S_MOD_TERM_FUNC_POINTERS,
          MachOConstants.S_INIT_FUNC_OFFSETS,
          MachOConstants.S_THREAD_LOCAL_INIT_FUNCTION_POINTERS,
          MachOConstants.S_INTERPOSING ->
          Kind.LINKING;
      case MachOConstants.S_DTRACE_DOF -> Kind.DEBUG;
      default -> Kind.OTHER;
    };
  }

  private static Kind byName(MachOSection section) {
    if (section.segmentName().equals("__DWARF") || (section.flags() & S_ATTR_DEBUG) != 0) {
      return Kind.DEBUG;
    }
    return switch (section.name()) {
      case "__eh_frame", "__gcc_except_tab", "__unwind_info", "__compact_unwind" -> Kind.UNWIND;
      case "__stub_helper", "__objc_stubs", "__got", "__auth_got", "__delay_helper" -> Kind.LINKING;
      default -> Kind.OTHER;
    };
  }

  /** Whether the program may write to it, but for what the dynamic linker fills in. */
  static boolean isWritable(MachOSection section) {
    return switch (section.segmentName()) {
      case "__TEXT", "__TEXT_EXEC", "__DATA_CONST", "__AUTH_CONST", "__LINKEDIT", "__DWARF" ->
          false;
      default -> true;
    };
  }

  /**
   * Whether the tools define what all bytes of a section are, so that its name explains them.
   *
   * <p>What a program itself puts into its memory, it does not.
   */
  static boolean isMetadata(MachOSection section, Kind kind) {
    return switch (kind) {
      case CODE, RODATA, DATA, ZERO -> false;
      case OTHER -> section.segmentName().equals("__LLVM");
      default -> !section.name().equals("__objc_stubs");
    };
  }
}
