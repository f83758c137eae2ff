package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The units of an image: what was compiled at one time, with its own debug information.
 *
 * <p>Several units may have one name. Names stay bytes until someone asks for text. Immutable.
 */
public final class UnitTable {
  /** What a unit is. */
  public enum Role {
    /** What was compiled at one time. */
    COMPILE,
    /** A part of other units, put apart so that it need not be there twice. */
    PARTIAL,
    /** A type that several units share. */
    TYPE;

    private static final Role[] BY_ORDINAL = values();
  }

  private final Texts names;
  private final Texts directories;
  private final Texts splitNames;
  private final byte[] role;
  private final byte[] version;
  private final int[] language;
  private final int[] producer;
  private final int[] file;
  private final long[] id;
  private final List<String> languages;
  private final List<String> producers;
  private final AddressMap code;

  private UnitTable(Builder builder) {
    names = builder.names.build();
    directories = builder.directories.build();
    splitNames = builder.splitNames.build();
    role = builder.role.freeze();
    version = builder.version.freeze();
    language = builder.language.freeze();
    producer = builder.producer.freeze();
    file = builder.file.freeze();
    id = builder.id.freeze();
    languages = List.copyOf(builder.languages);
    producers = List.copyOf(builder.producers);
    code = builder.code.build();
  }

  /** How many units there are. */
  public int count() {
    return role.length;
  }

  /** What a unit is. */
  public Role role(int unit) {
    return Role.BY_ORDINAL[role[unit]];
  }

  /** Name of a unit as its compiler states it, mostly a path of a source file; may be empty. */
  public String name(int unit) {
    return names.text(unit);
  }

  /** The names of units, by unit. */
  public Texts names() {
    return names;
  }

  /** The directory that a unit was compiled in; empty if it is not stated. */
  public String directory(int unit) {
    return directories.text(unit);
  }

  /** The compiler of a unit, often with its options; empty if it is not stated. */
  public String producer(int unit) {
    return producers.get(producer[unit]);
  }

  /** The language of a unit: {@code Rust}, {@code C++14}; empty if it is not stated. */
  public String language(int unit) {
    return languages.get(language[unit]);
  }

  /** Version of the format that a unit is written in, 2 to 5 for DWARF; 0 if there are none. */
  public int version(int unit) {
    return version[unit];
  }

  /**
   * Which file holds what is told of a unit: 0 for that of the image itself, else an index into
   * {@link DebugInformation#files}. Of a split unit whose own file was not found that is the file
   * of its skeleton.
   */
  public int file(int unit) {
    return file[unit];
  }

  /** Name of the file that a split unit was put into, as stated; empty if it is not split. */
  public String splitName(int unit) {
    return splitNames.text(unit);
  }

  /** What joins a split unit and its skeleton, or says which type it is of; else 0. */
  public long id(int unit) {
    return id[unit];
  }

  /**
   * Which unit the code at each address is of. Where several claim it, as copies that the linker
   * put together do, it is of the first.
   */
  public AddressMap code() {
    return code;
  }

  @Override
  public String toString() {
    return count() + " units";
  }

  /** Collects units. */
  public static final class Builder {
    private final Texts.Builder names = new Texts.Builder();
    private final Texts.Builder directories = new Texts.Builder();
    private final Texts.Builder splitNames = new Texts.Builder();
    private final ByteColumn role = new ByteColumn(0);
    private final ByteColumn version = new ByteColumn(0);
    private final IntColumn language = new IntColumn(0);
    private final IntColumn producer = new IntColumn(0);
    private final IntColumn file = new IntColumn(0);
    private final LongColumn id = new LongColumn(0);
    private final List<String> languages = new ArrayList<>();
    private final List<String> producers = new ArrayList<>();
    private final Map<String, Integer> languageRows = new HashMap<>();
    private final Map<String, Integer> producerRows = new HashMap<>();
    private final AddressMap.Builder code = new AddressMap.Builder();

    /** No units. */
    public Builder() {}

    /** The names of units; give each unit one before it is added. */
    public Texts.Builder names() {
      return names;
    }

    /** The directories of units; give each unit one before it is added. */
    public Texts.Builder directories() {
      return directories;
    }

    /** The files of split units; give each unit one before it is added. */
    public Texts.Builder splitNames() {
      return splitNames;
    }

    /**
     * Adds a unit, whose names were added before.
     *
     * @return its row
     */
    public int add(
        Role ofRole, int ofVersion, String inLanguage, String by, int inFile, long ofId) {
      role.add((byte) ofRole.ordinal());
      version.add((byte) ofVersion);
      language.add(row(inLanguage, languages, languageRows));
      producer.add(row(by, producers, producerRows));
      file.add(inFile);
      id.add(ofId);
      return role.count() - 1;
    }

    private static int row(String text, List<String> all, Map<String, Integer> rows) {
      int row = rows.computeIfAbsent(text, t -> all.size());
      if (row == all.size()) {
        all.add(text);
      }
      return row;
    }

    /** Where units have code; of equal rank the one that was added first owns it. */
    public AddressMap.Builder code() {
      return code;
    }

    /** The units; the builder is then empty. */
    public UnitTable build() {
      return new UnitTable(this);
    }
  }
}
