package dev.weighbridge.wasm.linking;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.wasm.internal.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an object file tells the linker: the {@code linking} section. Tool conventions, {@code
 * Linking.md}.
 */
public final class Linking {
  private static final int WASM_SEGMENT_INFO = 5;
  private static final int WASM_INIT_FUNCS = 6;
  private static final int WASM_COMDAT_INFO = 7;
  private static final int WASM_SYMBOL_TABLE = 8;

  /**
   * What is said of a data segment.
   *
   * @param name its name
   * @param nameStart file offset of the name
   * @param nameLength bytes of the name
   * @param alignment in bytes, as a power of two: 4 means 16 bytes
   * @param flags 1 strings that may be merged, 2 thread-local, 4 to be kept
   */
  public record Segment(String name, long nameStart, int nameLength, long alignment, long flags) {
    /** Refuses null. */
    public Segment {
      Objects.requireNonNull(name, "name");
    }
  }

  /** A function to be called before all others, and its priority; the lowest comes first. */
  public record InitFunction(long priority, int symbol) {}

  private final long version;
  private final LinkingSymbolTable symbols;
  private final List<Segment> segments;
  private final List<InitFunction> initFunctions;
  private final List<String> comdats;

  private Linking(Bytes module, Builder builder) {
    version = builder.version;
    symbols = builder.symbols.freeze(module);
    segments = List.copyOf(builder.segments);
    initFunctions = List.copyOf(builder.initFunctions);
    comdats = List.copyOf(builder.comdats);
  }

  /**
   * What a {@code linking} section says; a fault in it leaves what came before.
   *
   * @param module the bytes of the module
   * @param payload a cursor through them, before what follows the section's name
   * @param fileBase file offset of the module, for diagnostics
   * @param found where a fault goes
   */
  public static Linking read(Bytes module, Cursor payload, long fileBase, Diagnostics found) {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(found, "found");
    Builder builder = new Builder();
    try {
      builder.read(payload, module, fileBase);
    } catch (BinaryException e) {
      found.warn(e);
    }
    return new Linking(module, builder);
  }

  /** The version of the section: 2. */
  public long version() {
    return version;
  }

  /** The symbols. */
  public LinkingSymbolTable symbols() {
    return symbols;
  }

  /** What is said of the data segments, in their order. */
  public List<Segment> segments() {
    return segments;
  }

  /** The functions to be called at the start. */
  public List<InitFunction> initFunctions() {
    return initFunctions;
  }

  /** The names of the groups of which the linker keeps one. */
  public List<String> comdats() {
    return comdats;
  }

  @Override
  public String toString() {
    return symbols.toString();
  }

  /** Reads a section piece by piece, so that a fault leaves what came before it. */
  private static final class Builder {
    private final LinkingSymbolTable.Builder symbols = new LinkingSymbolTable.Builder();
    private final List<Segment> segments = new ArrayList<>();
    private final List<InitFunction> initFunctions = new ArrayList<>();
    private final List<String> comdats = new ArrayList<>();
    private long version;

    void read(Cursor cursor, Bytes module, long fileBase) {
      version = cursor.uleb128(32);
      while (!cursor.isAtEnd()) {
        int type = cursor.u8();
        long size = cursor.uleb128(32);
        long start = cursor.position();
        cursor.skip(size);
        long end = cursor.position();
        Cursor inside = new Cursor(module, start, end, "wasm.linking[" + type + "]", fileBase);
        switch (type) {
          case WASM_SYMBOL_TABLE -> symbols.read(inside);
          case WASM_SEGMENT_INFO -> segments(inside, module);
          case WASM_INIT_FUNCS -> initFunctions(inside);
          case WASM_COMDAT_INFO -> comdats(inside, module);
          default -> throw inside.malformed("a subsection 5 to 8", Integer.toString(type));
        }
      }
    }

    private void segments(Cursor cursor, Bytes module) {
      int count = Values.count(cursor, 3, Limits.MAX_DATA_SEGMENTS);
      for (int i = 0; i < count; i++) {
        int length = Values.skipName(cursor);
        long name = cursor.position() - length;
        long alignment = cursor.uleb128(32);
        long flags = cursor.uleb128(32);
        segments.add(new Segment(module.text(name, name + length), name, length, alignment, flags));
      }
    }

    private void initFunctions(Cursor cursor) {
      int count = Values.count(cursor, 2, Limits.MAX_WASM_SECTIONS);
      for (int i = 0; i < count; i++) {
        long priority = cursor.uleb128(32);
        initFunctions.add(new InitFunction(priority, Values.index(cursor)));
      }
    }

    private void comdats(Cursor cursor, Bytes module) {
      int count = Values.count(cursor, 3, Limits.MAX_WASM_SECTIONS);
      for (int i = 0; i < count; i++) {
        comdats.add(Values.name(cursor, module));
        cursor.uleb128(32);
        int members = Values.count(cursor, 2);
        for (int member = 0; member < members; member++) {
          cursor.uleb128(32);
          cursor.uleb128(32);
        }
      }
    }
  }
}
