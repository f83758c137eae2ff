/** Parsers for compiled files: what a file says, typed, each record with its file range. */
// The modules named in "exports to" are built after this one.
@SuppressWarnings("module")
module dev.weighbridge.formats {
  requires kaitai.struct.runtime;
  requires org.slf4j;
  requires org.tukaani.xz;

  exports dev.weighbridge.formats;
  exports dev.weighbridge.formats.ar;
  exports dev.weighbridge.formats.bytes;
  exports dev.weighbridge.formats.elf;
  exports dev.weighbridge.formats.machine;
  exports dev.weighbridge.formats.macho;
  exports dev.weighbridge.formats.pe;
  exports dev.weighbridge.formats.problems;
  exports dev.weighbridge.formats.spi;
  exports dev.weighbridge.formats.unwind;
  exports dev.weighbridge.formats.columns to
      dev.weighbridge,
      dev.weighbridge.wasm;
  exports dev.weighbridge.formats.isa to
      dev.weighbridge,
      dev.weighbridge.wasm;
  exports dev.weighbridge.formats.isa.sets to
      dev.weighbridge,
      dev.weighbridge.wasm;

  uses dev.weighbridge.formats.spi.BinaryFormat;

  provides dev.weighbridge.formats.spi.BinaryFormat with
      dev.weighbridge.formats.internal.ar.ArFormat,
      dev.weighbridge.formats.internal.elf.ElfFormat,
      dev.weighbridge.formats.internal.macho.MachOFormat,
      dev.weighbridge.formats.internal.pe.PeFormat;
}
