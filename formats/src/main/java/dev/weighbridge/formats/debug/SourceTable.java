package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;

/**
 * The source files that debug information names.
 *
 * <p>A file is a row for each unit that names it, so several rows may have one path. Immutable.
 */
public final class SourceTable {
  private final Texts texts;
  private final int[] name;
  private final int[] directory;
  private final int[] base;

  private SourceTable(Builder builder) {
    texts = builder.texts.build();
    name = builder.name.freeze();
    directory = builder.directory.freeze();
    base = builder.base.freeze();
  }

  /** How many files there are. */
  public int count() {
    return name.length;
  }

  /**
   * The path of a file: absolute where its directory is known, with {@code /} between names,
   * without {@code .} and {@code ..} where they can be taken out.
   */
  public String path(int file) {
    return SourcePath.of(texts.text(base[file]), texts.text(directory[file]), name(file));
  }

  /** The name of a file as its unit states it, which may be a path. */
  public String name(int file) {
    return texts.text(name[file]);
  }

  /** The directory of the compilation that names the file; empty if it is not known. */
  public String base(int file) {
    // The first directory of a unit is that of the compilation, and counts from nothing.
    return texts.text(texts.length(base[file]) > 0 ? base[file] : directory[file]);
  }

  @Override
  public String toString() {
    return count() + " sources";
  }

  /** Collects files. */
  public static final class Builder {
    private final Texts.Builder texts = new Texts.Builder();
    private final IntColumn name = new IntColumn(0);
    private final IntColumn directory = new IntColumn(0);
    private final IntColumn base = new IntColumn(0);
    private int none = -1;

    /** No files. */
    public Builder() {}

    /**
     * Adds a name of a file or directory, to be given to {@link #add}.
     *
     * @throws IndexOutOfBoundsException if it does not lie there
     */
    public int text(Bytes bytes, long start, int length) {
      return texts.add(bytes, start, length);
    }

    /** A name that is empty. */
    public int noText() {
      if (none < 0) {
        none = texts.addNone();
      }
      return none;
    }

    /**
     * Adds a file.
     *
     * @param ofName its name, which counts from {@code ofDirectory} if it is relative
     * @param ofDirectory its directory, which counts from {@code ofBase} if it is relative
     * @param ofBase the directory of the compilation
     * @return its row
     */
    public int add(int ofName, int ofDirectory, int ofBase) {
      name.add(ofName);
      directory.add(ofDirectory);
      base.add(ofBase);
      return name.count() - 1;
    }

    /** How many files there are. */
    public int count() {
      return name.count();
    }

    /** The files; the builder is then empty. */
    public SourceTable build() {
      return new SourceTable(this);
    }
  }
}
