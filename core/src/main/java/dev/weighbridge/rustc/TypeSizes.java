package dev.weighbridge.rustc;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The types that {@code rustc -Zprint-type-sizes} prints of one build, largest first; one that
 * several crates print alike is one. Immutable.
 */
public final class TypeSizes {
  private static final Comparator<TypeSize> LARGEST_FIRST =
      Comparator.comparingLong(TypeSize::size)
          .thenComparingLong(TypeSize::padding)
          .reversed()
          .thenComparing(TypeSize::name);

  private final List<String> files;
  private final List<TypeSize> types;

  private TypeSizes(List<String> files, Set<TypeSize> types) {
    this.files = List.copyOf(files);
    this.types = types.stream().sorted(LARGEST_FIRST).toList();
  }

  /**
   * Reads files, among whose lines may be others.
   *
   * @throws IOException if one of them cannot be read
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if one has no such line
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if a line ends too early, or
   *     a type has fewer bytes in its fields than it has
   */
  public static TypeSizes read(List<Path> files) throws IOException {
    Objects.requireNonNull(files, "files");
    List<String> names = new ArrayList<>();
    Set<TypeSize> types = new LinkedHashSet<>();
    for (Path file : files) {
      Path fileName = file.getFileName();
      names.add(fileName == null ? file.toString() : fileName.toString());
      types.addAll(new TypeSizeReader(file.toString(), FileMapper.open(file)).read());
    }
    return new TypeSizes(names, types);
  }

  /** Reads a text that is in reach; errors as for {@link #read} but for I/O. */
  public static TypeSizes of(String name, Bytes text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    return new TypeSizes(List.of(name), new LinkedHashSet<>(new TypeSizeReader(name, text).read()));
  }

  /** The names of the files, for people. */
  public List<String> files() {
    return files;
  }

  /** All types, largest first, those of equal size by their padding and names. */
  public List<TypeSize> types() {
    return types;
  }

  /** The types of a name, or else those whose name holds it. */
  public List<TypeSize> named(String name) {
    Objects.requireNonNull(name, "name");
    List<TypeSize> equal = types.stream().filter(type -> type.name().equals(name)).toList();
    return equal.isEmpty()
        ? types.stream().filter(type -> type.name().contains(name)).toList()
        : equal;
  }

  @Override
  public String toString() {
    return types.size() + " types of " + files.size() + " files";
  }
}
