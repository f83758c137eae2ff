package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The symbols of an image from all its tables, each marked with its source.
 *
 * <p>Rows keep the order of their tables. Names stay bytes of the file until someone asks for text.
 */
public final class SymbolTable {
  /** {@link #section} of a symbol that another file defines. */
  public static final int UNDEFINED = -1;

  /** {@link #section} of a symbol whose value is a number, not a place. */
  public static final int ABSOLUTE = -2;

  /** {@link #section} of a symbol that has an address but no known section. */
  public static final int NO_SECTION = -3;

  /**
   * One symbol.
   *
   * @param index its row
   * @param name its raw name, as text
   * @param address its virtual address; in a relocatable file its offset in the section
   * @param memorySize bytes stated by the table, 0 if it states none
   * @param section row of its section, or one of the negative constants of {@link SymbolTable}
   * @param type what it stands for
   * @param binding how far it is visible
   * @param source the table it was read from
   */
  public record Symbol(
      int index,
      String name,
      long address,
      long memorySize,
      int section,
      SymbolType type,
      SymbolBinding binding,
      SymbolSource source) {
    /** Refuses null. */
    public Symbol {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(binding, "binding");
      Objects.requireNonNull(source, "source");
    }
  }

  private final LongColumn address;
  private final LongColumn memorySize;
  private final IntColumn section;
  private final ByteColumn type;
  private final ByteColumn binding;
  private final ByteColumn source;
  private final LongColumn nameStart;
  private final IntColumn nameLength;
  private final ByteColumn namePool;
  private final Bytes[] namePools;

  private SymbolTable(Builder builder) {
    address = builder.address;
    memorySize = builder.memorySize;
    section = builder.section;
    type = builder.type;
    binding = builder.binding;
    source = builder.source;
    nameStart = builder.nameStart;
    nameLength = builder.nameLength;
    namePool = builder.namePool;
    namePools = builder.namePools.toArray(new Bytes[0]);
  }

  /** How many symbols there are. */
  public int count() {
    return address.count();
  }

  /** Virtual address; in a relocatable file the offset in the section. */
  public long address(int index) {
    return address.get(index);
  }

  /** Bytes stated by the table, 0 if it states none. */
  public long memorySize(int index) {
    return memorySize.get(index);
  }

  /** Row of its section, or {@link #UNDEFINED}, {@link #ABSOLUTE}, {@link #NO_SECTION}. */
  public int section(int index) {
    return section.get(index);
  }

  /** What it stands for. */
  public SymbolType type(int index) {
    return SymbolType.of(type.get(index));
  }

  /** How far it is visible. */
  public SymbolBinding binding(int index) {
    return SymbolBinding.of(binding.get(index));
  }

  /** The table it was read from. */
  public SymbolSource source(int index) {
    return SymbolSource.of(source.get(index));
  }

  /** Bytes of the raw name, without a terminator; 0 if it has none. */
  public int nameLength(int index) {
    return nameLength.get(index);
  }

  /** The bytes that hold the raw name; {@link #nameStart} counts from their start. */
  public Bytes nameBytes(int index) {
    return namePools[namePool.get(index)];
  }

  /** Where the raw name starts in {@link #nameBytes}. */
  public long nameStart(int index) {
    return nameStart.get(index);
  }

  /**
   * Copies the raw name to the start of an array that has room for {@link #nameLength} bytes.
   *
   * @throws IndexOutOfBoundsException if the array is too short
   */
  public void copyName(int index, byte[] target) {
    Objects.requireNonNull(target, "target");
    nameBytes(index).copy(nameStart.get(index), target, 0, nameLength.get(index));
  }

  /** The raw name as text; bytes that are not UTF-8 become U+FFFD. */
  public String name(int index) {
    long start = nameStart.get(index);
    return nameBytes(index).text(start, start + nameLength.get(index));
  }

  /** One row as an object. */
  public Symbol row(int index) {
    return new Symbol(
        index,
        name(index),
        address.get(index),
        memorySize.get(index),
        section.get(index),
        type(index),
        binding(index),
        source(index));
  }

  /** All rows as objects. */
  public Stream<Symbol> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " symbols";
  }

  static final class Builder {
    private final LongColumn address = new LongColumn(0);
    private final LongColumn memorySize = new LongColumn(0);
    private final IntColumn section = new IntColumn(0);
    private final ByteColumn type = new ByteColumn(0);
    private final ByteColumn binding = new ByteColumn(0);
    private final ByteColumn source = new ByteColumn(0);
    private final LongColumn nameStart = new LongColumn(0);
    private final IntColumn nameLength = new IntColumn(0);
    private final ByteColumn namePool = new ByteColumn(0);
    private final List<Bytes> namePools = new ArrayList<>();

    /** The row of a pool, added if it is new; there are as many as string tables. */
    private int poolId(Bytes pool) {
      int last = namePools.size() - 1;
      for (int i = last; i >= 0; i--) {
        if (namePools.get(i) == pool) {
          return i;
        }
      }
      if (last + 1 > Byte.MAX_VALUE) {
        throw new IllegalStateException("more than 127 name pools in one image");
      }
      namePools.add(pool);
      return last + 1;
    }

    int add(
        long at,
        long bytes,
        int sectionRow,
        SymbolType what,
        SymbolBinding how,
        SymbolSource from) {
      address.add(at);
      memorySize.add(bytes);
      section.add(sectionRow);
      type.add((byte) what.ordinal());
      binding.add((byte) how.ordinal());
      source.add((byte) from.ordinal());
      return address.count() - 1;
    }

    void name(Bytes pool, long start, int length) {
      namePool.add((byte) poolId(pool));
      nameStart.add(start);
      nameLength.add(length);
    }

    int count() {
      return address.count();
    }

    /** The address of a symbol that was added. */
    long address(int row) {
      return address.get(row);
    }

    void reserve(int more) {
      address.reserve(more);
      memorySize.reserve(more);
      section.reserve(more);
      type.reserve(more);
      binding.reserve(more);
      source.reserve(more);
      nameStart.reserve(more);
      nameLength.reserve(more);
      namePool.reserve(more);
    }

    SymbolTable freeze() {
      return new SymbolTable(this);
    }
  }
}
