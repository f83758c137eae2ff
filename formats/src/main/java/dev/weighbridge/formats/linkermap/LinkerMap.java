package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a linker wrote of a link: which range of addresses came from which section of which object
 * file. Immutable; {@link LinkerMapReader} reads them.
 *
 * <p>Rows are ranges, in the order of the map. Where a map states symbols and no sizes, as those of
 * link.exe do, a row reaches from one symbol to where another object or section begins.
 */
public final class LinkerMap {
  /**
   * A section of the program.
   *
   * @param name its name; Mach-O: {@code __TEXT,__text}
   * @param address of its first byte; in a {@linkplain #isRelative relative} map from the image
   *     base
   * @param size bytes in memory
   */
  public record Output(String name, long address, long size) {
    /** Refuses null. */
    public Output {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * A section that the linker left out.
   *
   * @param section its name; the name of the symbol if the map tells only that
   * @param size bytes, -1 if the map does not tell
   * @param object row of the object it was in, -1 if not told
   */
  public record Discarded(String section, long size, int object) {
    /** Refuses null. */
    public Discarded {
      Objects.requireNonNull(section, "section");
    }
  }

  private final String name;
  private final LinkerMapFormat format;
  private final List<MemoryRegion> memory;
  private final List<LinkedObject> objects;
  private final List<Output> outputs;
  private final List<Discarded> discarded;
  private final LongColumn address;
  private final LongColumn size;
  private final IntColumn object;
  private final IntColumn output;
  private final ByteColumn type;
  private final List<String> section;
  private final LongColumn symbolAddress;
  private final List<String> symbolName;

  private LinkerMap(Builder builder) {
    name = builder.name;
    format = builder.format;
    memory = List.copyOf(builder.memory);
    objects = List.copyOf(builder.objects);
    outputs = List.copyOf(builder.outputs);
    discarded = List.copyOf(builder.discarded);
    address = builder.address;
    size = builder.size;
    object = builder.object;
    output = builder.output;
    type = builder.type;
    section = builder.section;
    symbolAddress = builder.symbolAddress;
    symbolName = builder.symbolName;
  }

  /** What the file is called. */
  public String name() {
    return name;
  }

  /** Who wrote it. */
  public LinkerMapFormat format() {
    return format;
  }

  /** Whether addresses count from the image base. */
  public boolean isRelative() {
    return format == LinkerMapFormat.LLD_COFF;
  }

  /** The regions of memory, without the one that stands for all of it; only GNU ld tells them. */
  public List<MemoryRegion> memory() {
    return memory;
  }

  /** The object files, in the order of the map. */
  public List<LinkedObject> objects() {
    return objects;
  }

  /** The sections of the program, in the order of the map. */
  public List<Output> outputs() {
    return outputs;
  }

  /** What was left out, as far as the map tells. */
  public List<Discarded> discarded() {
    return discarded;
  }

  /** How many rows there are. */
  public int count() {
    return object.count();
  }

  /** Address of the first byte of a row. */
  public long address(int row) {
    return address.get(row);
  }

  /** Bytes of a row in memory. */
  public long size(int row) {
    return size.get(row);
  }

  /** The object a row came from, a row of {@link #objects}; -1 if from none. */
  public int object(int row) {
    return object.get(row);
  }

  /** The section of the program that a row lies in, a row of {@link #outputs}; -1 if unknown. */
  public int output(int row) {
    return output.get(row);
  }

  /** What a row is. */
  public MapRowType type(int row) {
    return Builder.TYPES[type.get(row)];
  }

  /** The section of the object that a row was: {@code .text.main}; empty if the map is silent. */
  public String section(int row) {
    return section.get(row);
  }

  /** How many symbols the map names. */
  public int symbolCount() {
    return symbolName.size();
  }

  /** Address of a symbol. */
  public long symbolAddress(int symbol) {
    return symbolAddress.get(symbol);
  }

  /** Name of a symbol; demangled if the linker did that. */
  public String symbolName(int symbol) {
    return symbolName.get(symbol);
  }

  @Override
  public String toString() {
    return name + ", " + format + ", " + count() + " rows";
  }

  /** A map while it is read. */
  static final class Builder {
    private static final MapRowType[] TYPES = MapRowType.values();

    private final String name;
    private final LinkerMapFormat format;
    private final List<MemoryRegion> memory = new ArrayList<>();
    private final List<LinkedObject> objects = new ArrayList<>();
    private final Map<String, Integer> objectRows = new HashMap<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Discarded> discarded = new ArrayList<>();
    private final LongColumn address = new LongColumn(0);
    private final LongColumn size = new LongColumn(0);
    private final IntColumn object = new IntColumn(0);
    private final IntColumn output = new IntColumn(0);
    private final ByteColumn type = new ByteColumn(0);
    private final List<String> section = new ArrayList<>();
    private final LongColumn symbolAddress = new LongColumn(0);
    private final List<String> symbolName = new ArrayList<>();

    Builder(String name, LinkerMapFormat format) {
      this.name = name;
      this.format = format;
    }

    void memory(MemoryRegion region) {
      memory.add(region);
    }

    /** The row of an object by what the map calls it. */
    int object(String text) {
      Integer row = objectRows.get(text);
      if (row == null) {
        row = objects.size();
        objects.add(LinkedObject.of(text));
        objectRows.put(text, row);
      }
      return row;
    }

    void output(String text, long start, long bytes) {
      outputs.add(new Output(text, start, bytes));
    }

    int outputCount() {
      return outputs.size();
    }

    Output lastOutput() {
      return outputs.get(outputs.size() - 1);
    }

    List<Output> outputs() {
      return outputs;
    }

    /** Adds a row in the last section of the program; one without bytes is none. */
    void row(long start, long bytes, MapRowType what, int objectRow, String from) {
      row(start, bytes, what, objectRow, from, outputs.size() - 1);
    }

    /** Adds a row in a section of the program; one without bytes is none. */
    void row(long start, long bytes, MapRowType what, int objectRow, String from, int outputRow) {
      if (bytes > 0) {
        address.add(start);
        size.add(bytes);
        object.add(objectRow);
        output.add(outputRow);
        type.add((byte) what.ordinal());
        section.add(from);
      }
    }

    void symbol(long start, String text) {
      symbolAddress.add(start);
      symbolName.add(text);
    }

    void discarded(String what, long bytes, int objectRow) {
      discarded.add(new Discarded(what, bytes, objectRow));
    }

    int rowCount() {
      return object.count();
    }

    LinkerMap build() {
      return new LinkerMap(this);
    }
  }
}
