package dev.weighbridge.bodies;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A file of functions and data, described one by one; nothing but their bytes is in it. */
public final class CodeFile {
  /** One symbol: its name, the hexadecimal digits of its bytes, and whether it is a function. */
  private record Item(String name, String hex, boolean isCode) {
    byte[] bytes() {
      return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    int length() {
      return bytes().length;
    }
  }

  private static final long ADDRESS = 0x1000;

  private final List<Item> items = new ArrayList<>();
  private final String machine;

  public CodeFile(String machine) {
    this.machine = machine;
  }

  public CodeFile function(String name, String hex) {
    items.add(new Item(name, hex, true));
    return this;
  }

  public CodeFile data(String name, String hex) {
    items.add(new Item(name, hex, false));
    return this;
  }

  public CodeFile data(String name, byte[] bytes) {
    return data(name, HexFormat.ofDelimiter(" ").formatHex(bytes));
  }

  /** The file, weighed. Functions come first, data behind them, each in the order of its making. */
  public BinaryModel weighed() {
    List<Item> sorted = new ArrayList<>(items.stream().filter(Item::isCode).toList());
    int code = sorted.stream().mapToInt(item -> item.length()).sum();
    sorted.addAll(items.stream().filter(item -> !item.isCode()).toList());
    int length = sorted.stream().mapToInt(item -> item.length()).sum();
    byte[] file = new byte[length];
    Bytes bytes = Bytes.of(file);
    Diagnostics diagnostics = new Diagnostics();
    ImageBuilder image =
        new ImageBuilder(bytes, 0, diagnostics)
            .machine(Machine.of(new Architecture(machine), 64, true));
    image.segment("LOAD", 0, length, ADDRESS, length, true, "rx");
    Set<SectionTrait> executable = Set.of(SectionTrait.LOADED, SectionTrait.EXECUTABLE);
    image.section(".text", 0, code, ADDRESS, code, 1, Kind.CODE, executable);
    Set<SectionTrait> loaded = Set.of(SectionTrait.LOADED);
    image.section(
        ".rodata", code, length - code, ADDRESS + code, length - code, 1, Kind.RODATA, loaded);
    int at = 0;
    for (Item item : sorted) {
      System.arraycopy(item.bytes(), 0, file, at, item.length());
      symbol(image, item, at);
      at += item.length();
    }
    List<BinaryImage> images = List.of(image.build());
    return BinaryModel.of(
        new BinaryFile("described", "Demo", bytes, "no parser", images, diagnostics.list()),
        OpenOptions.DEFAULT);
  }

  private static void symbol(ImageBuilder image, Item item, int at) {
    byte[] name = item.name().getBytes(StandardCharsets.UTF_8);
    image.symbol(
        ADDRESS + at,
        item.length(),
        item.isCode() ? 0 : 1,
        item.isCode() ? SymbolType.FUNCTION : SymbolType.OBJECT,
        SymbolBinding.GLOBAL,
        SymbolSource.SYMBOL_TABLE,
        Bytes.of(name),
        0,
        name.length);
  }
}
