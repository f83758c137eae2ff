package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The installed formats, and the only place that chooses between them. */
public final class FormatRegistry {
  private final List<BinaryFormat> formats;

  private FormatRegistry(List<BinaryFormat> formats) {
    this.formats = byName(formats);
  }

  /** An order of our own: that of the class path is nobody's. */
  private static List<BinaryFormat> byName(List<BinaryFormat> found) {
    SortedMap<String, BinaryFormat> sorted = new TreeMap<>();
    for (BinaryFormat format : found) {
      BinaryFormat other = sorted.put(format.name(), format);
      if (other != null) {
        throw PluginException.twice("format " + format.name(), other, format);
      }
    }
    return List.copyOf(sorted.values());
  }

  /**
   * The formats found as services on the class path or module path of this library.
   *
   * @throws PluginException if two have one name, or one does not load
   */
  public static FormatRegistry installed() {
    return Installed.registry();
  }

  /**
   * The same formats and more: those that a class loader of one's own finds, or made by hand.
   *
   * @throws PluginException if two have one name
   */
  public FormatRegistry and(List<? extends BinaryFormat> more) {
    Objects.requireNonNull(more, "more");
    List<BinaryFormat> all = new ArrayList<>(formats);
    all.addAll(more);
    return new FormatRegistry(all);
  }

  /** The formats, in the order in which they are asked. */
  public List<BinaryFormat> formats() {
    return formats;
  }

  /** Reads a file without any side file; errors as for the other method. */
  public BinaryFile read(String name, Bytes file) {
    return read(name, file, SideFiles.none());
  }

  /**
   * Reads a file with the first format that recognises it.
   *
   * @param name the file's name, for people
   * @param sideFiles where its side files may be
   * @throws UnsupportedBinaryException if none does
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if its headers cannot be
   *     trusted
   */
  public BinaryFile read(String name, Bytes file, SideFiles sideFiles) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sideFiles, "sideFiles");
    for (BinaryFormat format : formats) {
      if (format.recognises(file)) {
        return format.read(name, file, sideFiles);
      }
    }
    throw new UnsupportedBinaryException("file", 0, expected(), found(file));
  }

  /**
   * Whether one file is a side file of another, of whatever kind.
   *
   * @param candidate the whole file that may be one
   * @param file the whole binary
   * @throws UnsupportedBinaryException if no format recognises the binary
   */
  public boolean isSideFile(Bytes candidate, Bytes file) {
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(file, "file");
    for (BinaryFormat format : formats) {
      if (format.recognises(file)) {
        return fitsAny(format.sideFileKinds("", file), candidate);
      }
    }
    throw new UnsupportedBinaryException("file", 0, expected(), found(file));
  }

  private static boolean fitsAny(List<SideFileKind<?>> kinds, Bytes candidate) {
    boolean fits = false;
    for (SideFileKind<?> kind : kinds) {
      fits |= fits(kind, candidate);
    }
    return fits;
  }

  private static boolean fits(SideFileKind<?> kind, Bytes candidate) {
    try {
      return kind.match(candidate).fits();
    } catch (BinaryException e) {
      return false; // It is no file of this kind at all.
    }
  }

  /**
   * Reads a file inside another with the first format that recognises it; parameters and errors as
   * for {@link BinaryFormat#readInside}.
   *
   * @return empty if no format recognises it, or that one does not read inside others
   */
  public Optional<BinaryImage> readInside(
      String name, Bytes content, long fileStart, Diagnostics diagnostics) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(diagnostics, "diagnostics");
    for (BinaryFormat format : formats) {
      if (format.recognises(content)) {
        return format.readInside(name, content, fileStart, diagnostics);
      }
    }
    return Optional.empty();
  }

  private String expected() {
    StringJoiner names = new StringJoiner(", ", "a file of format ", "");
    for (BinaryFormat format : formats) {
      names.add(format.name());
    }
    return names.toString();
  }

  private static String found(Bytes file) {
    if (file.length() == 0) {
      return "an empty file";
    }
    return FileSignature.of(file).map(FileSignature::sentence).orElseGet(() -> beginOf(file));
  }

  private static String beginOf(Bytes file) {
    byte[] head = file.toArray(0, Math.min(8, file.length()));
    return "a file that begins with " + HexFormat.ofDelimiter(" ").formatHex(head);
  }

  @Override
  public String toString() {
    return formats.size() + " formats";
  }

  /** Loads the services when first asked, not when this class is named. */
  private static final class Installed {
    private static final Object FOUND = load();

    /** What was found, or why that is of no use: told to each who asks, and not only the first. */
    static FormatRegistry registry() {
      if (FOUND instanceof FormatRegistry registry) {
        return registry;
      }
      PluginException why = (PluginException) FOUND;
      throw new PluginException(Objects.requireNonNull(why.getMessage()), why);
    }

    private static Object load() {
      List<BinaryFormat> found = new ArrayList<>();
      try {
        for (BinaryFormat format :
            ServiceLoader.load(BinaryFormat.class, BinaryFormat.class.getClassLoader())) {
          found.add(format);
        }
        return new FormatRegistry(found);
      } catch (PluginException e) {
        return e;
      } catch (ServiceConfigurationError e) {
        return new PluginException("formats: expected services that load, found " + e, e);
      }
    }
  }
}
