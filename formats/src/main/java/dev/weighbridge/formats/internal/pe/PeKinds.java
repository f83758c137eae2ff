package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.pe.headers.PeSection;

/**
 * What the bytes of a section are where nothing finer is known: by its name, which is the only type
 * it has, then its flags.
 */
final class PeKinds {
  private PeKinds() {}

  /** The kind of a section. */
  static Kind of(PeSection section, boolean isImage) {
    Kind known = byName(base(section.name()));
    return known != Kind.OTHER ? known : byFlags(section, isImage);
  }

  /** Whether the tools define what all bytes of a section are, so that its name explains them. */
  static boolean isMetadata(PeSection section, Kind kind) {
    return switch (kind) {
      case CODE, RODATA, DATA, ZERO -> false;
      case OTHER -> section.isRemovedByLinker();
      default -> true;
    };
  }

  /** In an object the linker sorts by what follows the dollar sign and then drops it. */
  private static String base(String name) {
    if (name.startsWith(".debug")) {
      return ".debug";
    }
    int dollar = name.indexOf('$');
    return dollar > 0 ? name.substring(0, dollar) : name;
  }

  private static Kind byName(String name) {
    if (name.startsWith(".debug") || name.startsWith(".zdebug") || name.startsWith(".stab")) {
      return Kind.DEBUG;
    }
    return switch (name) {
      case ".pdata", ".xdata", ".eh_frame", ".gcc_except_table", ".sxdata" -> Kind.UNWIND;
      case ".edata", ".idata", ".didat", ".gfids", ".giats", ".gljmp", ".gehcont" -> Kind.LINKING;
      case ".reloc" -> Kind.RELOCATIONS;
      case ".rsrc" -> Kind.RESOURCES;
      case ".buildid", ".gnu_debuglink" -> Kind.HEADERS;
      case ".drectve", ".llvm_addrsig", ".chks64", ".voltbl" -> Kind.LINKING;
      default -> Kind.OTHER;
    };
  }

  private static Kind byFlags(PeSection section, boolean isImage) {
    if (section.isRemovedByLinker() && !isImage) {
      return Kind.OTHER;
    }
    if (section.isExecutable()) {
      return Kind.CODE;
    }
    if (section.fileSize() == 0 && section.memorySize() > 0) {
      return Kind.ZERO;
    }
    return section.isWritable() ? Kind.DATA : Kind.RODATA;
  }
}
