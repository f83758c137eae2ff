import org.jspecify.annotations.NullMarked;

/** Parsers for compiled files: what a file says, typed, each record with its file range. */
// The modules named in "exports to" are built after this one.
@SuppressWarnings("module")
@NullMarked
module dev.weighbridge.formats {
  requires kaitai.struct.runtime;
  requires org.tukaani.xz;
  requires static org.jspecify;

  exports dev.weighbridge.formats;
  exports dev.weighbridge.formats.ar;
  exports dev.weighbridge.formats.bytes;
  exports dev.weighbridge.formats.debug;
  exports dev.weighbridge.formats.dwarf;
  exports dev.weighbridge.formats.dwarf.index;
  exports dev.weighbridge.formats.dwarf.lines;
  exports dev.weighbridge.formats.dwarf.lists;
  exports dev.weighbridge.formats.elf;
  exports dev.weighbridge.formats.elf.debug;
  exports dev.weighbridge.formats.elf.dynamic;
  exports dev.weighbridge.formats.elf.headers;
  exports dev.weighbridge.formats.elf.linking;
  exports dev.weighbridge.formats.elf.notes;
  exports dev.weighbridge.formats.elf.relocations;
  exports dev.weighbridge.formats.elf.symbols;
  exports dev.weighbridge.formats.firmware;
  exports dev.weighbridge.formats.linkermap;
  exports dev.weighbridge.formats.machine;
  exports dev.weighbridge.formats.macho;
  exports dev.weighbridge.formats.macho.debug;
  exports dev.weighbridge.formats.macho.exports;
  exports dev.weighbridge.formats.macho.fixups;
  exports dev.weighbridge.formats.macho.functions;
  exports dev.weighbridge.formats.macho.headers;
  exports dev.weighbridge.formats.macho.relocations;
  exports dev.weighbridge.formats.macho.signature;
  exports dev.weighbridge.formats.macho.symbols;
  exports dev.weighbridge.formats.macho.unwind;
  exports dev.weighbridge.formats.packages;
  exports dev.weighbridge.formats.packages.entries;
  exports dev.weighbridge.formats.pe.debug;
  exports dev.weighbridge.formats.pe.directories;
  exports dev.weighbridge.formats.pe.exports;
  exports dev.weighbridge.formats.pe.headers;
  exports dev.weighbridge.formats.pe.imports;
  exports dev.weighbridge.formats.pe.relocations;
  exports dev.weighbridge.formats.pe.resources;
  exports dev.weighbridge.formats.pe.symbols;
  exports dev.weighbridge.formats.pe.unwind;
  exports dev.weighbridge.formats.pe;
  exports dev.weighbridge.formats.problems;
  exports dev.weighbridge.formats.spi;
  exports dev.weighbridge.formats.unwind;
  exports dev.weighbridge.formats.work;
  exports dev.weighbridge.formats.columns to
      dev.weighbridge,
      dev.weighbridge.wasm;
  exports dev.weighbridge.formats.internal.dwarf to
      dev.weighbridge.wasm;
  exports dev.weighbridge.formats.internal.golang to
      dev.weighbridge.wasm;
  exports dev.weighbridge.formats.internal.tasks to
      dev.weighbridge;
  exports dev.weighbridge.formats.isa to
      dev.weighbridge,
      dev.weighbridge.wasm;
  exports dev.weighbridge.formats.isa.sets to
      dev.weighbridge,
      dev.weighbridge.wasm;
  exports dev.weighbridge.formats.stream to
      dev.weighbridge;
  exports dev.weighbridge.formats.upx to
      dev.weighbridge;

  uses dev.weighbridge.formats.spi.BinaryFormat;

  provides dev.weighbridge.formats.spi.BinaryFormat with
      dev.weighbridge.formats.internal.ar.ArFormat,
      dev.weighbridge.formats.internal.elf.ElfFormat,
      dev.weighbridge.formats.internal.macho.MachOFormat,
      dev.weighbridge.formats.internal.pe.PeFormat;
}
