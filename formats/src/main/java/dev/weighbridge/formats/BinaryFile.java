package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a file says: its images, the defects met, and the typed parser behind them.
 *
 * <p>Immutable.
 */
public final class BinaryFile {
  private final String name;
  private final String format;
  private final Bytes bytes;
  private final long fileSize;
  private final Object parser;
  private final List<BinaryImage> images;
  private final StructureTable container;
  private final List<Diagnostic> diagnostics;

  /**
   * A file as a format's reader saw it.
   *
   * @param name the file's name, for people
   * @param format the format's name: {@code ELF}
   * @param bytes the whole file
   * @param parser the format's own typed view of it, given out by {@link #as}
   * @param images in the order of the file; their ranges must not overlap
   * @param diagnostics what was wrong, in the order found
   */
  public BinaryFile(
      String name,
      String format,
      Bytes bytes,
      Object parser,
      List<BinaryImage> images,
      List<Diagnostic> diagnostics) {
    this(name, format, bytes, parser, images, StructureTable.EMPTY, diagnostics);
  }

  /**
   * A file that holds images in something else: a universal file, an archive.
   *
   * @param name the file's name, for people
   * @param format the format's name: {@code Mach-O}
   * @param bytes the whole file
   * @param parser the format's own typed view of it, given out by {@link #as}
   * @param images in the order of the file; their ranges must not overlap
   * @param container the structures that hold the images, outside all of them
   * @param diagnostics what was wrong, in the order found
   */
  public BinaryFile(
      String name,
      String format,
      Bytes bytes,
      Object parser,
      List<BinaryImage> images,
      StructureTable container,
      List<Diagnostic> diagnostics) {
    this(
        name,
        format,
        Objects.requireNonNull(bytes, "bytes"),
        bytes.length(),
        parser,
        images,
        container,
        diagnostics);
  }

  private BinaryFile(
      String name,
      String format,
      Bytes bytes,
      long fileSize,
      Object parser,
      List<BinaryImage> images,
      StructureTable container,
      List<Diagnostic> diagnostics) {
    this.name = Objects.requireNonNull(name, "name");
    this.format = Objects.requireNonNull(format, "format");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.fileSize = fileSize;
    this.parser = Objects.requireNonNull(parser, "parser");
    this.images = List.copyOf(images);
    this.container = Objects.requireNonNull(container, "container");
    this.diagnostics = List.copyOf(diagnostics);
  }

  /**
   * A file whose facts were kept but whose bytes were not; its images are made by an {@link
   * ImageBuilder} without bytes.
   *
   * @param fileSize bytes in the file, 0 or more
   * @param keeper what kept the facts, given out by {@link #as}
   */
  public static BinaryFile withoutBytes(
      String name,
      String format,
      long fileSize,
      Object keeper,
      List<BinaryImage> images,
      List<Diagnostic> diagnostics) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(keeper, "keeper");
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Bytes none = Bytes.of(new byte[0]);
    return new BinaryFile(
        name, format, none, fileSize, keeper, images, StructureTable.EMPTY, diagnostics);
  }

  /** The file's name, for people. */
  public String name() {
    return name;
  }

  /** The format's name: {@code ELF}, {@code Mach-O}, {@code PE}, {@code Wasm}. */
  public String format() {
    return format;
  }

  /**
   * The machine of its image; several images of different machines are joined with {@code +}, those
   * of an unknown one left out; variants of one architecture by their own names: {@code
   * x86_64+aarch64+arm64e}. {@code unknown} if it has no other.
   */
  public String machine() {
    Map<Architecture, Set<String>> variants = new LinkedHashMap<>();
    for (BinaryImage image : images) {
      Machine machine = image.machine();
      variants
          .computeIfAbsent(machine.architecture(), any -> new LinkedHashSet<>())
          .add(machine.variant());
    }
    variants.remove(Architecture.UNKNOWN);
    Set<String> names = new LinkedHashSet<>();
    variants.forEach(
        (architecture, all) -> {
          for (String variant : all) {
            boolean isPlain = variant.isEmpty() || all.size() == 1;
            names.add(isPlain ? architecture.name() : variant);
          }
        });
    return names.isEmpty() ? Architecture.UNKNOWN.name() : String.join("+", names);
  }

  /** The whole file; nothing if it was kept {@linkplain #hasBytes without its bytes}. */
  public Bytes bytes() {
    return bytes;
  }

  /** Whether its bytes are at hand; if not, only what was learned from them is. */
  public boolean hasBytes() {
    return bytes.length() == fileSize;
  }

  /**
   * Refuses a file that was kept without its bytes, for answers that must look into them.
   *
   * @throws UnsupportedBinaryException if there are none
   */
  public void requireBytes() {
    if (!hasBytes()) {
      throw new UnsupportedBinaryException(
          name, -1, "a binary, to look into its bytes", "a saved model, which has none");
    }
  }

  /** Bytes in the file. */
  public long fileSize() {
    return fileSize;
  }

  /** The images in the order of the file. */
  public List<BinaryImage> images() {
    return images;
  }

  /** The same file with other facts about its images. */
  public BinaryFile withImages(List<BinaryImage> others) {
    Objects.requireNonNull(others, "others");
    return new BinaryFile(name, format, bytes, fileSize, parser, others, container, diagnostics);
  }

  /** The structures that hold the images, outside all of them; none if the file is an image. */
  public StructureTable container() {
    return container;
  }

  /** What was wrong or unusual, in the order found. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * The format's own typed view, if it is of the given type: {@code file.as(ElfFile.class)}.
   *
   * @param <T> the type of the parser
   */
  public <T> Optional<T> as(Class<T> type) {
    Objects.requireNonNull(type, "type");
    return type.isInstance(parser) ? Optional.of(type.cast(parser)) : Optional.empty();
  }

  @Override
  public String toString() {
    return name + ", " + format + ", " + fileSize + " bytes";
  }
}
