package dev.weighbridge.lint;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A program with constants of our choice, for what no real binary at hand has. */
final class Described {
  private static final int CODE = 64;

  private final byte[] file;
  private final ImageBuilder image;
  private final Diagnostics diagnostics = new Diagnostics();
  private final String format;

  private Described(String format, String constants) {
    this.format = format;
    byte[] bytes = constants.getBytes(StandardCharsets.ISO_8859_1);
    file = new byte[CODE + bytes.length];
    System.arraycopy(bytes, 0, file, CODE, bytes.length);
    image =
        new ImageBuilder(Bytes.of(file), 0, diagnostics)
            .machine(Machine.of(Architecture.X86_64, 64, true));
    image.segment("LOAD", 0, file.length, 0x1000, file.length, true, "rx");
    image.section(
        ".text",
        0,
        CODE,
        0x1000,
        CODE,
        16,
        Kind.CODE,
        Set.of(SectionTrait.LOADED, SectionTrait.EXECUTABLE));
    image.section(
        ".rodata",
        CODE,
        file.length,
        0x1000 + CODE,
        bytes.length,
        1,
        Kind.RODATA,
        Set.of(SectionTrait.LOADED));
  }

  /**
   * A program of which nothing but its facts is known, and whose read-only data are these
   * characters, one byte each.
   */
  static Described program(String constants) {
    return new Described("ELF", constants);
  }

  /** Names bytes of the read-only data. */
  Described symbol(String name, long offset, long size) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    image.symbol(
        0x1000 + CODE + offset,
        size,
        1,
        SymbolType.OBJECT,
        SymbolBinding.GLOBAL,
        SymbolSource.SYMBOL_TABLE,
        Bytes.of(bytes),
        0,
        bytes.length);
    return this;
  }

  /** What the installed rules find, as lines {@code rule: message}. */
  List<Finding> findings() {
    BinaryFile binary =
        new BinaryFile(
            "demo", format, Bytes.of(file), "none", List.of(image.build()), diagnostics.list());
    BinaryModel model = BinaryModel.of(binary, OpenOptions.DEFAULT);
    return Linter.installed().lint(model.attribution()).findings();
  }
}
