package dev.weighbridge.formats.elf.dynamic;

import static dev.weighbridge.formats.elf.headers.ElfConstants.*;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import java.util.Map;
import java.util.Objects;

/**
 * How many symbols a dynamic symbol table has when no section header tells.
 *
 * <p>The dynamic entries do not state it. {@code DT_HASH} has one chain word for each symbol;
 * {@code DT_GNU_HASH} knows only the defined ones; and linkers put the string table behind the
 * symbols.
 */
final class ElfSymbolCount {
  /** The entries that hold addresses of tables. */
  private static final long[] TABLES = {
    DT_HASH, DT_GNU_HASH, DT_RELA, DT_REL, DT_RELR, DT_JMPREL, DT_VERSYM, DT_VERNEED, DT_VERDEF
  };

  private final ElfImage image;
  private final Bytes file;
  private final Map<Long, Long> dynamic;
  private final int rowSize;
  private final int word;
  private long hashSize;
  private long gnuHashSize;
  private final long count;

  ElfSymbolCount(ElfImage image, Map<Long, Long> dynamic) {
    this.image = image;
    this.file = image.file();
    this.dynamic = dynamic;
    this.rowSize = ElfSymbolTable.entrySize(image.header().is64Bit());
    this.word = image.header().addressBytes();
    long stated = Math.max(byHash(), dynamic.getOrDefault(DT_MIPS_SYMTABNO, 0L));
    long known = Math.max(stated, byGnuHash());
    this.count = stated > 0 ? stated : Math.max(known, byNeighbour());
  }

  /** How many symbols there are; 0 if nothing tells. */
  long count() {
    return count;
  }

  /** Bytes of the {@code DT_HASH} table, 0 if there is none. */
  long hashSize() {
    return hashSize;
  }

  /** Bytes of the {@code DT_GNU_HASH} table, 0 if there is none. */
  long gnuHashSize() {
    return gnuHashSize;
  }

  private long byHash() {
    long start = start(DT_HASH, 8);
    if (start < 0) {
      return 0;
    }
    long buckets = file.u32(start);
    long chains = file.u32(start + 4);
    hashSize = 4 * (2 + buckets + chains);
    return chains;
  }

  /** The end of the chain that starts last; gabi has no clause, see the GNU hash sections. */
  private long byGnuHash() {
    long start = start(DT_GNU_HASH, 16);
    if (start < 0) {
      return 0;
    }
    long room = image.room(Objects.requireNonNull(dynamic.get(DT_GNU_HASH)));
    long buckets = file.u32(start);
    long firstSymbol = file.u32(start + 4);
    long bucketStart = 16 + file.u32(start + 8) * word;
    long chainStart = bucketStart + 4 * buckets;
    gnuHashSize = Math.min(chainStart, room);
    if (chainStart > room) {
      return firstSymbol;
    }
    long last = 0;
    for (long i = 0; i < buckets; i++) {
      last = Math.max(last, file.u32(start + bucketStart + 4 * i));
    }
    if (last < firstSymbol) {
      return firstSymbol;
    }
    long at = chainStart + 4 * (last - firstSymbol);
    while (at + 4 <= room && (file.u32(start + at) & 1) == 0) {
      at += 4;
      last++;
    }
    gnuHashSize = Math.min(at + 4, room);
    return last + 1;
  }

  /** Up to the string table, if that is the next thing the dynamic entries point at. */
  private long byNeighbour() {
    long symbols = dynamic.getOrDefault(DT_SYMTAB, 0L);
    long strings = dynamic.getOrDefault(DT_STRTAB, 0L);
    if (symbols == 0 || strings <= symbols) {
      return 0;
    }
    for (long tag : TABLES) {
      long table = dynamic.getOrDefault(tag, 0L);
      if (table > symbols && table < strings) {
        strings = table;
      }
    }
    return (strings - symbols) / rowSize;
  }

  private long start(long tag, long size) {
    Long address = dynamic.get(tag);
    return address == null ? -1 : image.fileOffset(address, size);
  }
}
