package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** An image of one section of code with symbols at some of its addresses. */
public final class MarkedCode {
  /** Address of the first byte. */
  public static final long START = 0x10_0000;

  private final ByteBuffer code = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);
  private final List<String> names = new ArrayList<>();
  private final List<Long> addresses = new ArrayList<>();
  private final Architecture architecture;
  private boolean isFixed;

  /** Code of a machine of 32 bits. */
  public MarkedCode(Architecture architecture) {
    this.architecture = architecture;
  }

  /** The image cannot be moved. */
  public MarkedCode fixed() {
    isFixed = true;
    return this;
  }

  /** A symbol at the next byte. */
  public MarkedCode symbol(String name) {
    return symbol(name, START + code.position());
  }

  /** A symbol. */
  public MarkedCode symbol(String name, long address) {
    names.add(name);
    addresses.add(address);
    return this;
  }

  /** Half-words. */
  public MarkedCode halves(int... more) {
    for (int half : more) {
      code.putShort((short) half);
    }
    return this;
  }

  /** Words. */
  public MarkedCode words(long... more) {
    for (long word : more) {
      code.putInt((int) word);
    }
    return this;
  }

  /** Bytes. */
  public MarkedCode bytes(int... more) {
    for (int value : more) {
      code.put((byte) value);
    }
    return this;
  }

  /** No-operations of x86 up to a place. */
  public MarkedCode fill(int place) {
    while (code.position() < place) {
      code.put((byte) 0x90);
    }
    return this;
  }

  /** The image. */
  public BinaryImage image() {
    StringBuilder text = new StringBuilder();
    names.forEach(text::append);
    Bytes strings = Bytes.of(text.toString().getBytes(StandardCharsets.US_ASCII));
    int size = code.position();
    ImageBuilder image =
        new ImageBuilder(Bytes.of(code.array()), 0, new Diagnostics())
            .machine(Machine.of(architecture, 32, true));
    if (isFixed) {
      image.fixed();
    }
    image.section(
        ".text",
        0,
        size,
        START,
        size,
        4,
        Kind.CODE,
        EnumSet.of(SectionTrait.LOADED, SectionTrait.EXECUTABLE));
    long at = 0;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      SymbolType type = type(name);
      image.symbol(
          addresses.get(i),
          type == SymbolType.FUNCTION ? START + size - addresses.get(i) : 0,
          0,
          type,
          SymbolBinding.LOCAL,
          SymbolSource.SYMBOL_TABLE,
          strings,
          at,
          name.length());
      at += name.length();
    }
    return image.build();
  }

  /** Linkers' own names begin with a low line. */
  private static SymbolType type(String name) {
    return switch (name.charAt(0)) {
      case '$' -> SymbolType.MAPPING;
      case '_' -> SymbolType.OBJECT;
      default -> SymbolType.FUNCTION;
    };
  }

  /** What is counted from other addresses, as {@link CountedAddresses} tells it. */
  public List<String> counted() {
    InstructionCursor cursor = InstructionSets.cursor(image()).orElseThrow();
    return CountedAddresses.of(cursor, Arrays.copyOf(code.array(), code.position()), START);
  }

  /** What is told of each instruction: "offset bytes flow", and where it branches or refers to. */
  public List<String> told() {
    InstructionCursor cursor = InstructionSets.cursor(image()).orElseThrow();
    cursor.start(code.array(), 0, code.position(), START);
    List<String> told = new ArrayList<>();
    while (cursor.next()) {
      String text = cursor.position() + " " + cursor.length();
      text += cursor.flow() == Flow.NEXT ? "" : " flow " + cursor.flow();
      if (cursor.hasTarget()) {
        text += " to " + Long.toHexString(cursor.target());
      } else if (cursor.hasReference()) {
        text += cursor.isReferenceSure() ? " of " : " perhaps of ";
        text += Long.toHexString(cursor.reference());
      }
      told.add(text);
    }
    return told;
  }
}
