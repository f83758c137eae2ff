package dev.weighbridge.formats.elf.dynamic;

import static dev.weighbridge.formats.elf.headers.ElfConstants.*;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tables of a file without section headers, as sections put together from its program headers
 * and dynamic entries: what the loader would find.
 */
public final class ElfLoaderSections {
  private static final int DYNSTR = 1;
  private static final int DYNSYM = 2;

  private final ElfImage image;
  private final Bytes file;
  private final boolean is64Bit;
  private final int machine;
  private final Map<Long, Long> dynamic = new HashMap<>();
  private final List<ElfSection> sections = new ArrayList<>();

  private ElfLoaderSections(ElfImage image) {
    this.image = image;
    this.file = image.file();
    this.is64Bit = image.header().is64Bit();
    this.machine = image.header().machine();
  }

  /** The sections, row 0 a null section; only that if nothing points at anything. */
  public static List<ElfSection> of(ElfImage image) {
    Objects.requireNonNull(image, "image");
    ElfLoaderSections made = new ElfLoaderSections(image);
    made.add("", SHT_NULL, 0, 0, 0, 0, 0);
    for (ElfProgramHeader segment : image.programHeaders()) {
      if (segment.type() == PT_DYNAMIC) {
        made.readDynamic(segment);
        break;
      }
    }
    made.addSymbols();
    made.addRelocations();
    made.addVersions();
    made.addArrays();
    made.addSegments();
    return List.copyOf(made.sections);
  }

  private void readDynamic(ElfProgramHeader segment) {
    long half = is64Bit ? 8 : 4;
    long start = segment.offset();
    if (start < 0 || start > file.length()) {
      return;
    }
    long end = start + Math.min(segment.fileSize() & Long.MAX_VALUE, file.length() - start);
    for (long at = start; end - at >= 2 * half; at += 2 * half) {
      long tag = is64Bit ? file.i64(at) : file.u32(at);
      if (tag == DT_NULL) {
        break;
      }
      dynamic.putIfAbsent(tag, is64Bit ? file.i64(at + half) : file.u32(at + half));
    }
  }

  private long value(long tag) {
    return dynamic.getOrDefault(tag, 0L);
  }

  private void addSymbols() {
    add(".dynstr", SHT_STRTAB, value(DT_STRTAB), value(DT_STRSZ), 1, 0, 0);
    long rowSize = ElfSymbolTable.entrySize(is64Bit);
    ElfSymbolCount counted = new ElfSymbolCount(image, dynamic);
    long size = counted.count() * rowSize;
    add(".dynsym", SHT_DYNSYM, value(DT_SYMTAB), size, rowSize, DYNSTR, 0);
    if (dynamic.containsKey(DT_HASH)) {
      add(".hash", SHT_HASH, value(DT_HASH), counted.hashSize(), 4, DYNSYM, 0);
    }
    if (dynamic.containsKey(DT_GNU_HASH)) {
      add(".gnu.hash", SHT_GNU_HASH, value(DT_GNU_HASH), counted.gnuHashSize(), 0, DYNSYM, 0);
    }
  }

  private void addRelocations() {
    long word = is64Bit ? 8 : 4;
    excludePltRelocations(DT_RELA, DT_RELASZ);
    excludePltRelocations(DT_REL, DT_RELSZ);
    addTable(".rela.dyn", SHT_RELA, DT_RELA, DT_RELASZ, 3 * word, DYNSYM);
    addTable(".rel.dyn", SHT_REL, DT_REL, DT_RELSZ, 2 * word, DYNSYM);
    addTable(".relr.dyn", SHT_RELR, DT_RELR, DT_RELRSZ, word, 0);
    addTable(".rela.dyn", SHT_ANDROID_RELA, DT_ANDROID_RELA, DT_ANDROID_RELASZ, 1, DYNSYM);
    addTable(".rel.dyn", SHT_ANDROID_REL, DT_ANDROID_REL, DT_ANDROID_RELSZ, 1, DYNSYM);
    addTable(".relr.dyn", SHT_RELR, DT_ANDROID_RELR, DT_ANDROID_RELRSZ, word, 0);
    boolean isRela = value(DT_PLTREL) == DT_RELA;
    addTable(
        isRela ? ".rela.plt" : ".rel.plt",
        isRela ? SHT_RELA : SHT_REL,
        DT_JMPREL,
        DT_PLTRELSZ,
        isRela ? 3 * word : 2 * word,
        DYNSYM);
  }

  /** On some machines the size of a table includes that of the PLT relocations behind it. */
  private void excludePltRelocations(long tag, long sizeTag) {
    long distance = value(DT_JMPREL) - value(tag);
    boolean isTail = value(sizeTag) - distance == value(DT_PLTRELSZ);
    if (distance > 0 && distance < value(sizeTag) && isTail) {
      dynamic.put(sizeTag, distance);
    }
  }

  private void addVersions() {
    ElfSection symbols = sections.get(DYNSYM);
    if (dynamic.containsKey(DT_VERSYM)) {
      long size = symbols.statedSize() / symbols.entrySize() * 2;
      add(".gnu.version", SHT_GNU_versym, value(DT_VERSYM), size, 2, DYNSYM, 0);
    }
    addChain(".gnu.version_r", SHT_GNU_verneed, DT_VERNEED, DT_VERNEEDNUM);
    addChain(".gnu.version_d", SHT_GNU_verdef, DT_VERDEF, DT_VERDEFNUM);
  }

  /** A chain of records that states its count but not its size. */
  private void addChain(String name, int type, long tag, long countTag) {
    if (dynamic.containsKey(tag)) {
      int count = (int) Math.min(Integer.MAX_VALUE, value(countTag) & Long.MAX_VALUE);
      long size = chainSize(type, value(tag), count);
      add(name, type, value(tag), size, 0, DYNSTR, count);
    }
  }

  private long chainSize(int type, long address, int count) {
    long start = image.fileOffset(address, 0);
    if (start < 0) {
      return 0;
    }
    Bytes room = file.slice(start, start + image.room(address));
    ElfVersionReader reader = new ElfVersionReader(room, 0, offset -> "");
    return type == SHT_GNU_verneed
        ? reader.needsEnd(reader.needs(count))
        : reader.definitionsEnd(reader.definitions(count));
  }

  private void addArrays() {
    long word = is64Bit ? 8 : 4;
    addTable(".preinit_array", SHT_PREINIT_ARRAY, DT_PREINIT_ARRAY, DT_PREINIT_ARRAYSZ, word, 0);
    addTable(".init_array", SHT_INIT_ARRAY, DT_INIT_ARRAY, DT_INIT_ARRAYSZ, word, 0);
    addTable(".fini_array", SHT_FINI_ARRAY, DT_FINI_ARRAY, DT_FINI_ARRAYSZ, word, 0);
  }

  private void addSegments() {
    for (ElfProgramHeader segment : image.programHeaders()) {
      switch (segment.type()) {
        case PT_DYNAMIC -> add(".dynamic", SHT_DYNAMIC, segment, is64Bit ? 16 : 8, DYNSTR);
        case PT_INTERP -> add(".interp", SHT_PROGBITS, segment, 0, 0);
        case PT_NOTE -> add(".note", SHT_NOTE, segment, 0, 0);
        case PT_GNU_EH_FRAME -> add(".eh_frame_hdr", SHT_PROGBITS, segment, 0, 0);
        case PT_ARM_EXIDX -> {
          if (machine == EM_ARM) {
            add(".ARM.exidx", SHT_ARM_EXIDX, segment, 8, 0);
          }
        }
        default -> {}
      }
    }
  }

  private void addTable(String name, int type, long tag, long sizeTag, long entrySize, int link) {
    if (dynamic.containsKey(tag)) {
      add(name, type, value(tag), value(sizeTag), entrySize, link, 0);
    }
  }

  /** Adds a section at an address; one that is not in the file becomes empty but keeps its row. */
  private void add(
      String name, int type, long address, long size, long entrySize, int link, int info) {
    long offset = image.fileOffset(address, 0);
    long fits = offset < 0 ? 0 : Math.min(size & Long.MAX_VALUE, image.room(address));
    add(name, type, address, Math.max(0, offset), fits, entrySize, link, info, 1);
  }

  private void add(String name, int type, ElfProgramHeader segment, long entrySize, int link) {
    add(
        name,
        type,
        segment.address(),
        segment.offset(),
        segment.fileSize(),
        entrySize,
        link,
        0,
        segment.alignment());
  }

  private void add(
      String name,
      int type,
      long address,
      long offset,
      long size,
      long entrySize,
      int link,
      int info,
      long alignment) {
    sections.add(
        new ElfSection(
            sections.size(),
            name,
            0,
            type,
            SHF_ALLOC,
            address,
            offset,
            size,
            link,
            info,
            alignment,
            entrySize,
            -1,
            -1));
  }
}
