package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.linkermap.LinkerMap.Output;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Proves that a map is of the build of an image: their sections lie at the same addresses and are
 * of the same sizes, and so do symbols, of which a few are looked at.
 */
final class MapOfBuild {
  private static final int SAMPLES = 2_000;

  /** Every linker writes it, also where it strips all else. */
  private static final String LAST = ".shstrtab";

  private final String file;
  private final BinaryImage image;
  private final LinkerMap map;
  private final long base;

  MapOfBuild(String file, BinaryImage image, LinkerMap map) {
    this.file = file;
    this.image = image;
    this.map = map;
    base = map.isRelative() ? imageBase() : 0;
  }

  /** PE: the headers are the first segment, at the image base. */
  private long imageBase() {
    return image.segments().count() == 0 ? 0 : image.segments().row(0).address();
  }

  /**
   * The row of the image's section for each section of the map, -1 for those that are not loaded.
   *
   * @throws UnsupportedBinaryException if the map is of another build
   */
  int[] sections() {
    int[] rows = new int[map.outputs().size()];
    Arrays.fill(rows, -1);
    boolean[] isTold = new boolean[image.sections().count()];
    int compared = 0;
    for (int i = 0; i < rows.length; i++) {
      Output output = map.outputs().get(i);
      int row = output.size() <= 0 ? -1 : find(output, isTold);
      boolean isAtZero = output.address() == 0 && !map.isRelative();
      if (output.size() <= 0
          || (isAtZero && (row < 0 || image.sections().row(row).address() != 0))) {
        // Debug information has no address; flash may begin at 0.
        continue;
      }
      if (row < 0 && isKeptUnloaded(output)) {
        continue;
      }
      check(output, row);
      isTold[row] = true;
      rows[i] = row;
      compared++;
    }
    if (compared == 0) {
      throw refused("a section of " + file + " in it", "none");
    }
    checkComplete(isTold);
    checkEnd();
    checkSymbols();
    return rows;
  }

  /** The section of this name at this address, or else the first of this name; -1 if none. */
  private int find(Output output, boolean[] isTold) {
    int named = -1;
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.isLoaded() && isNamed(section, output) && !isTold[row]) {
        if (section.address() == output.address() + base) {
          return row;
        }
        named = named < 0 ? row : named;
      }
    }
    return named;
  }

  /**
   * Whether the file has it at its address, but does not load it: scripts say {@code COPY}, {@code
   * INFO} or {@code OVERLAY} of such.
   */
  private boolean isKeptUnloaded(Output output) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (!section.isLoaded() && isNamed(section, output)) {
        long size = section.fileEnd() - section.fileStart();
        // How many bytes one has that has none in the file is not kept.
        boolean fits = !section.hasFileBytes() || size == output.size();
        if (fits && section.address() == output.address() + base) {
          return true;
        }
      }
    }
    return false;
  }

  /** ld64 puts the segment before the name: {@code __TEXT,__text}. */
  private static boolean isNamed(Section section, Output output) {
    return output.name().equals(section.name()) || output.name().endsWith("," + section.name());
  }

  private void check(Output output, int row) {
    String place = output.name() + " at " + hex(output.address() + base);
    if (row < 0) {
      throw refused("a map of " + file, place + ", which the file has not");
    }
    Section section = image.sections().row(row);
    if (section.address() != output.address() + base) {
      throw refused(output.name() + " at " + hex(section.address()), "at " + hex(output.address()));
    }
    if (!fits(output, section)) {
      throw refused(
          output.name() + " of " + section.memorySize() + " bytes", output.size() + " bytes");
    }
  }

  /** GNU ld writes of a PE file how many bytes a section takes there, up to the next sector. */
  private boolean fits(Output output, Section section) {
    long size = section.memorySize();
    boolean isPadded =
        map.format() == LinkerMapFormat.GNU_LD
            && size < output.size()
            && output.size() == section.fileEnd() - section.fileStart();
    return isPadded
        || (map.format() == LinkerMapFormat.LINK ? output.size() <= size : output.size() == size);
  }

  /** A map that was cut has fewer sections than the file. */
  private void checkComplete(boolean[] isTold) {
    if (map.format() == LinkerMapFormat.LINK) {
      // It tells where a section lies only by the symbols in it.
      return;
    }
    for (int row = 0; row < isTold.length; row++) {
      Section section = image.sections().row(row);
      if (section.isLoaded() && section.memorySize() > 0 && !isTold[row]) {
        throw refused(section.name() + " at " + hex(section.address()), "no such section");
      }
    }
  }

  /** The last sections of a program are not loaded, and LLD lists them, too. */
  private void checkEnd() {
    if (map.format() != LinkerMapFormat.LLD) {
      return;
    }
    boolean isEnded = map.outputs().stream().anyMatch(output -> output.name().equals(LAST));
    for (int row = 0; row < image.sections().count() && !isEnded; row++) {
      if (image.sections().row(row).name().equals(LAST)) {
        throw refused("the section " + LAST + " at its end", "a map that ends before");
      }
    }
  }

  private void checkSymbols() {
    Map<String, Long> wanted = new HashMap<>();
    Set<String> twice = new HashSet<>();
    int step = Math.max(1, map.symbolCount() / SAMPLES);
    for (int i = 0; i < map.symbolCount(); i += step) {
      String name = map.symbolName(i);
      Long before = wanted.put(name, map.symbolAddress(i) + base);
      if (before != null && before != map.symbolAddress(i) + base) {
        twice.add(name);
      }
    }
    twice.forEach(wanted::remove);
    Map<String, Long> other = new HashMap<>();
    Set<String> found = new HashSet<>();
    SymbolTable symbols = image.symbols();
    for (int row = 0; row < symbols.count(); row++) {
      // Of what each thread has its own, maps tell how far it is from the start of all such.
      boolean isPlaced = symbols.section(row) >= 0 && symbols.type(row) != SymbolType.THREAD_LOCAL;
      Long address = isPlaced ? wanted.get(symbols.name(row)) : null;
      if (address != null) {
        if (address == symbols.address(row)) {
          found.add(symbols.name(row));
        } else {
          other.putIfAbsent(symbols.name(row), symbols.address(row));
        }
      }
    }
    for (int i = 0; i < map.symbolCount(); i += step) {
      String name = map.symbolName(i);
      Long address = found.contains(name) ? null : other.get(name);
      if (address != null && wanted.containsKey(name)) {
        throw refused(name + " at " + hex(address), "at " + hex(map.symbolAddress(i) + base));
      }
    }
  }

  private UnsupportedBinaryException refused(String expected, String found) {
    return new UnsupportedBinaryException(
        map.name() + ": not the map of this build", -1, expected, found);
  }

  private static String hex(long address) {
    return "0x" + Long.toHexString(address).toLowerCase(Locale.ROOT);
  }
}
