package dev.weighbridge.formats.elf.relocations;

import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One relocation table as columns: {@code SHT_REL}, {@code SHT_RELA}, {@code SHT_RELR}, or one of
 * Android's packed ones. gabi 4, relocation; gabi 5, relative relocation table.
 *
 * <p>Immutable.
 */
public final class ElfRelocations {
  private final ElfSection section;
  private final boolean hasAddends;
  private final ElfRelocationRoles roles;
  private final ElfTargets targets;
  private final int entrySize;
  private final long[] place;
  private final int[] type;
  private final int[] symbol;
  private final long[] addend;
  private final int @Nullable [] recordStart;
  private final int @Nullable [] recordEnd;

  ElfRelocations(
      ElfSection section,
      boolean hasAddends,
      ElfRelocationRoles roles,
      ElfTargets targets,
      int entrySize,
      ElfRelocationColumns columns) {
    this.section = section;
    this.hasAddends = hasAddends;
    this.roles = roles;
    this.targets = targets;
    this.entrySize = entrySize;
    this.place = columns.place;
    this.type = columns.type;
    this.symbol = columns.symbol;
    this.addend = columns.addend;
    this.recordStart = columns.recordStart;
    this.recordEnd = columns.recordEnd;
  }

  /** The section that holds the table; it has no row of its own in a file without sections. */
  public ElfSection section() {
    return section;
  }

  /** Whether records carry addends; if not, they are in the patched bytes. */
  public boolean hasAddends() {
    return hasAddends;
  }

  /** How many relocations there are. */
  public int count() {
    return place.length;
  }

  /** {@code r_offset}: an address; in a relocatable file an offset in the section patched. */
  public long place(int row) {
    return place[row];
  }

  /** The machine's own type number; for 64-bit MIPS up to three of them, lowest byte first. */
  public int type(int row) {
    return type[row];
  }

  /** What its type does. */
  public ElfRelocationRole role(int row) {
    ElfRelocationRole role = roles.role(type[row]);
    return role == ElfRelocationRole.ABSOLUTE && symbol[row] == 0
        ? ElfRelocationRole.RELATIVE
        : role;
  }

  /** Row in the symbol table of the relocation section, 0 if none. */
  public int symbol(int row) {
    return symbol[row];
  }

  /** The symbol table that {@link #symbol} counts in; without rows if the section names none. */
  public ElfSymbolTable symbols() {
    return targets.symbols(section.link());
  }

  /** Whether {@link #symbol} counts in the dynamic symbol table. */
  public boolean usesDynamicSymbols() {
    return targets.isDynamic(section.link());
  }

  /** What is added to the symbol's address; 0 where that is left to the patched bytes. */
  public long addend(int row) {
    return addend[row];
  }

  /**
   * The address that the place will hold if the file is loaded where it says, as far as this file
   * tells; -1 if it does not: the symbol is defined elsewhere or the value is not an address.
   *
   * <p>In a relocatable file, whose sections have no addresses yet, the file offset of the target.
   */
  public long target(int row) {
    if (targets.isRelocatable()) {
      return role(row) == ElfRelocationRole.ABSOLUTE
          ? targets.fileOffset(symbols(), symbol[row], addend[row])
          : -1;
    }
    return switch (role(row)) {
      case RELATIVE, INDIRECT -> hasAddends ? addend[row] : targets.content(place[row]);
      case ABSOLUTE -> {
        long address = symbolAddress(row);
        yield address == -1 || !hasAddends ? address : address + addend[row];
      }
      case GLOB_DAT, JUMP_SLOT, COPY -> symbolAddress(row);
      case TLS_OFFSET, TLS_DESCRIPTOR -> threadLocal(row);
      case TLS_MODULE, OTHER -> -1;
    };
  }

  private long symbolAddress(int row) {
    return targets.symbol(symbols(), symbol[row]);
  }

  private long threadLocal(int row) {
    if (symbol[row] != 0) {
      return symbolAddress(row);
    }
    return hasAddends ? targets.threadLocal(addend[row]) : -1;
  }

  /**
   * File offset of the first patched byte, -1 if it has none in the file.
   *
   * @param row a row of this table
   */
  public long patchedOffset(int row) {
    return targets.patchedOffset(section, place[row]);
  }

  /**
   * Whether {@link #place} is an address; if not, it counts from the start of the section patched:
   * in relocatable files, and in linked ones that kept the relocations of sections not loaded.
   */
  public boolean patchesAddresses() {
    return targets.patchesAddresses(section);
  }

  /** First byte in the file of the record a row comes from. */
  public long fileStart(int row) {
    return section.offset() + (recordStart == null ? (long) row * entrySize : recordStart[row]);
  }

  /**
   * End in the file, exclusive, of the record a row comes from; its start if the row has no bytes
   * of its own, as in a packed table where a group says all.
   */
  public long fileEnd(int row) {
    return recordEnd == null ? fileStart(row) + entrySize : section.offset() + recordEnd[row];
  }

  /** One row as an object. */
  public ElfRelocation row(int row) {
    return new ElfRelocation(
        row,
        place[row],
        type[row],
        role(row),
        symbol[row],
        addend[row],
        target(row),
        fileStart(row),
        fileEnd(row));
  }

  /** All rows as objects. */
  public Stream<ElfRelocation> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return section.name() + ", " + count() + " relocations";
  }
}
