package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_ARM;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOBITS;

import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.Allowance;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.unwind.PointerRules;
import java.util.List;

/**
 * How much stack functions take: the records of {@code .stack_sizes}, in the order of the file.
 *
 * <p>Each is the address of a function and a LEB128 number of bytes. There is none for a function
 * whose frame grows while it runs. Immutable.
 *
 * <p>LLVM, "Extensions", ".stack_sizes Section (function stack sizes)".
 */
public final class ElfStackSizes {
  private static final String NAME = ".stack_sizes";

  /** Where the function is, the file does not tell. */
  private static final long UNKNOWN = -1;

  private final LongColumn function = new LongColumn(0);
  private final LongColumn stack = new LongColumn(0);
  private final LongColumn fileStart = new LongColumn(0);
  private final LongColumn fileEnd = new LongColumn(0);

  private ElfStackSizes() {}

  static boolean isIn(ElfSection section) {
    return section.name().equals(NAME)
        && section.type() != SHT_NOBITS
        && section.fileSize() > 0
        && !section.isCompressed();
  }

  /**
   * Reads the records of all sections that have some.
   *
   * @param relocations what fills the sections of a relocatable file; none in others
   */
  static ElfStackSizes read(ElfImage image, List<ElfRelocations> relocations) {
    ElfStackSizes sizes = new ElfStackSizes();
    Allowance allowance = new Allowance(image.file().length());
    for (ElfSection section : image.sections()) {
      long length = isIn(section) ? image.content(section).length() : 0;
      if (length > 0 && allowance.take(length) == length) {
        sizes.read(image, section, length, patches(image, section, relocations));
      }
    }
    return sizes;
  }

  private static PatchedPlace patches(
      ElfImage image, ElfSection section, List<ElfRelocations> relocations) {
    for (ElfRelocations table : relocations) {
      if (table.section().info() == section.index()) {
        ElfPatches patches = new ElfPatches(table, image, section);
        return (place, value) -> {
          long target = patches.target(place, value);
          return target == PointerRules.NOT_RELOCATED ? UNKNOWN : target;
        };
      }
    }
    return (place, value) -> image.isRelocatable() ? UNKNOWN : value;
  }

  /** What a place holds when relocations have been applied to it. */
  private interface PatchedPlace {
    long target(long place, long value);
  }

  private void read(ElfImage image, ElfSection section, long length, PatchedPlace patched) {
    int addressBytes = image.header().addressBytes();
    boolean hasThumbBit = image.header().machine() == EM_ARM;
    long end = section.offset() + length;
    Window window = new Window(image.file(), section.offset(), end);
    while (window.remaining() > 0) {
      long start = window.position();
      long address = patched.target(start, window.number(addressBytes));
      long bytes = window.uleb128();
      if (window.isOverrun() || bytes < 0) {
        String found = bytes < 0 ? Long.toUnsignedString(bytes) + " bytes" : "its first part";
        String expected = "an address of " + addressBytes + " bytes and a number below 2^63";
        image.diagnostics().warn(NAME, start, expected, found);
        return;
      }
      function.add(hasThumbBit && address != UNKNOWN ? address & ~1L : address);
      stack.add(bytes);
      fileStart.add(start);
      fileEnd.add(window.position());
    }
  }

  /** How many records there are. */
  public int count() {
    return function.count();
  }

  /**
   * Address of the function of a record, without the Thumb bit; in a relocatable file the offset in
   * the file of its first byte, or -1 if the file does not tell.
   */
  public long function(int row) {
    return function.get(row);
  }

  /** Bytes of the stack that the function takes while it runs, without those that it calls. */
  public long stack(int row) {
    return stack.get(row);
  }

  /** First byte of a record. */
  public long fileStart(int row) {
    return fileStart.get(row);
  }

  /** End of a record, exclusive. */
  public long fileEnd(int row) {
    return fileEnd.get(row);
  }

  @Override
  public String toString() {
    return count() + " functions";
  }
}
