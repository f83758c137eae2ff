package dev.weighbridge.report;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
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
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.report.writing.MarkdownWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the report tests write: real files, and one whose names are meant to do harm. */
public final class Samples {
  public static final List<String> FIXTURES =
      List.of("c-x64", "cpp-x64", "c-i686", "c-s390x", "c-nosections", "tiny-thumbv7em", "util.o");

  public static final String EVIL = "evil\u001b[31m,\"name\"\nof two lines";

  private Samples() {}

  public static BinaryModel fixture(String name) {
    return BinaryModel.of(name, Fixtures.bytes("elf/" + name), OpenOptions.DEFAULT);
  }

  /** 64 bytes of code, half of them of a function named {@link #EVIL}, and 32 of zeroed memory. */
  public static BinaryModel evil() {
    byte[] file = new byte[64];
    Arrays.fill(file, (byte) 0x5A);
    Bytes bytes = Bytes.of(file);
    byte[] name = EVIL.getBytes(StandardCharsets.UTF_8);
    Diagnostics diagnostics = new Diagnostics();
    ImageBuilder image =
        new ImageBuilder(bytes, 0, diagnostics).machine(Machine.of(Architecture.X86_64, 64, true));
    long high = 0xFFFF_FFFF_8000_0000L;
    image.segment("LOAD", 0, 64, high, 96, true, "rx");
    sections(image, high);
    image.symbol(
        high + 16,
        32,
        0,
        SymbolType.FUNCTION,
        SymbolBinding.GLOBAL,
        SymbolSource.SYMBOL_TABLE,
        Bytes.of(name),
        0,
        name.length);
    image.library("lib\u0007.so");
    diagnostics.warn("demo.field[1]", 8, "< 31", "4096");
    List<BinaryImage> images = List.of(image.build());
    return BinaryModel.of(
        new BinaryFile("evil", "Demo", bytes, "no parser", images, diagnostics.list()),
        OpenOptions.DEFAULT);
  }

  private static void sections(ImageBuilder image, long address) {
    Set<SectionTrait> code = Set.of(SectionTrait.LOADED, SectionTrait.EXECUTABLE);
    image.section(".text", 0, 64, address, 64, 16, Kind.CODE, code);
    Set<SectionTrait> zero = Set.of(SectionTrait.LOADED, SectionTrait.WRITABLE);
    image.section(".bss", 64, 0, address + 64, 32, 16, Kind.ZERO, zero);
  }

  /** A report as text of a width. */
  public static String text(Report report, int width) {
    StringBuilder text = new StringBuilder();
    try {
      report.write(OutputFormat.TEXT, width, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A report as Markdown of about a length; 0 for any. */
  public static String comment(Report report, int room) {
    StringBuilder text = new StringBuilder();
    try {
      new MarkdownWriter(room).write(report.answer(), 0, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
