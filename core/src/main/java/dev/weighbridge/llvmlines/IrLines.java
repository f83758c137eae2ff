package dev.weighbridge.llvmlines;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.columns.IntColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The functions that files of LLVM IR text define, with their lines: what {@code rustc
 * --emit=llvm-ir} and {@code clang -S -emit-llvm} write. Immutable.
 */
public final class IrLines {
  private final List<IrFile> files;
  private final List<String> names;
  private final IntColumn lines;

  private IrLines(List<IrFile> files, List<String> names, IntColumn lines) {
    this.files = List.copyOf(files);
    this.names = List.copyOf(names);
    this.lines = lines;
  }

  /**
   * Counts the lines of files.
   *
   * @throws IOException if one of them cannot be read
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if one is not LLVM IR text
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if one ends in the middle
   */
  public static IrLines read(List<Path> files) throws IOException {
    Objects.requireNonNull(files, "files");
    Builder builder = new Builder();
    for (Path file : files) {
      Path fileName = file.getFileName();
      String name = fileName == null ? file.toString() : fileName.toString();
      builder.add(name, file.toString(), FileMapper.open(file));
    }
    return builder.build();
  }

  /** Counts the lines of a text that is in reach; errors as for {@link #read} but for I/O. */
  public static IrLines of(String name, Bytes text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Builder builder = new Builder();
    builder.add(name, name, text);
    return builder.build();
  }

  /** Takes functions as they are found. */
  private static final class Builder implements IrScanner.Sink {
    private final List<IrFile> files = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final IntColumn lines = new IntColumn(0);
    private long sum;

    /** Adds a file by its name, which errors tell with its folder. */
    void add(String name, String path, Bytes text) {
      int before = names.size();
      sum = 0;
      boolean hasDebugInformation = new IrScanner(path, text, this).scan();
      files.add(new IrFile(name, names.size() - before, sum, hasDebugInformation));
    }

    @Override
    public void function(String name, int count) {
      names.add(name);
      lines.add(count);
      sum += count;
    }

    IrLines build() {
      return new IrLines(files, names, lines);
    }
  }

  /** What was counted of each file, in the order in which they were given. */
  public List<IrFile> files() {
    return files;
  }

  /** How many functions are defined; one that several files define counts in each of them. */
  public int count() {
    return names.size();
  }

  /** The raw name of a function. */
  public String name(int function) {
    return names.get(function);
  }

  /** How many lines a function has. */
  public int lines(int function) {
    return lines.get(function);
  }

  /** The lines of all functions. */
  public long lines() {
    return files.stream().mapToLong(IrFile::lines).sum();
  }

  /** Whether some files with functions have debug information and others have not. */
  public boolean isMixed() {
    return hasDebugInformation()
        && files.stream().anyMatch(file -> file.functions() > 0 && !file.hasDebugInformation());
  }

  /** Whether any function has debug information. */
  public boolean hasDebugInformation() {
    return files.stream().anyMatch(IrFile::hasDebugInformation);
  }

  @Override
  public String toString() {
    return count() + " functions of " + files.size() + " files";
  }
}
