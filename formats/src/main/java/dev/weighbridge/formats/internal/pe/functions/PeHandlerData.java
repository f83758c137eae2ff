package dev.weighbridge.formats.internal.pe.functions;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.unwind.PeUnwindInfo;
import org.jspecify.annotations.Nullable;

/**
 * States what exception handlers keep after unwind information, as far as its form shows.
 *
 * <p>The Microsoft C++ handler, which Rust uses too, has the address of a {@code FuncInfo} that
 * points at three more tables. The C handler has a table of guarded ranges. What other handlers
 * keep lies between the records, which linkers put next to each other: it reaches to the next one.
 */
final class PeHandlerData {
  private static final int FUNC_INFO_MAGIC = 0x19930520;
  private static final int FUNC_INFO_MAGIC_MASK = ~3;
  private static final int FUNC_INFO = 40;
  private static final int UNWIND_MAP_ENTRY = 8;
  private static final int TRY_BLOCK_ENTRY = 20;
  private static final int HANDLER_ENTRY = 20;
  private static final int STATE_MAP_ENTRY = 8;
  private static final int SCOPE_ENTRY = 16;

  /**
   * The tables of one large C++ function take some kilobytes; more is not a gap between records.
   */
  private static final long MOST_DATA = 1 << 16;

  private static final long NO_DATA = -1;

  private final PeFile pe;
  private final Bytes file;
  private final ImageBuilder image;
  private final @Nullable PeSection own;
  private final LongColumn start = new LongColumn(0);
  private final LongColumn end = new LongColumn(0);
  private final LongColumn about = new LongColumn(0);

  PeHandlerData(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.file = pe.bytes();
    this.image = image;
    this.own = pe.section(".xdata").orElse(null);
  }

  /** States the data that follow one record, once. */
  void state(PeUnwindInfo info, long function, long begin, long endRva) {
    long at = info.fileEnd();
    start.add(info.fileStart());
    end.add(at);
    about.add(info.handlerRva() == 0 ? NO_DATA : function);
    if (info.handlerRva() == 0 || !file.contains(at, 4)) {
      return;
    }
    long value = file.u32(at);
    if (isFuncInfo(value)) {
      structure("handler data", at, 4, function);
      funcInfo(value, function);
    } else if (isScopeTable(at, value, begin, endRva)) {
      structure("scope table", at, 4 + SCOPE_ENTRY * value, function);
    }
  }

  private boolean isFuncInfo(long rva) {
    return pe.room(rva) >= FUNC_INFO
        && (file.i32(pe.fileOffset(rva)) & FUNC_INFO_MAGIC_MASK) == FUNC_INFO_MAGIC;
  }

  /** A table is believed if its first range lies inside the function. */
  private boolean isScopeTable(long at, long count, long begin, long endRva) {
    if (count == 0 || count > 0xFFFF || !file.contains(at + 4, SCOPE_ENTRY * count)) {
      return false;
    }
    long first = file.u32(at + 4);
    long last = file.u32(at + 8);
    return first >= begin && first <= last && last <= endRva;
  }

  private void funcInfo(long rva, long function) {
    long at = pe.fileOffset(rva);
    structure("FuncInfo", at, FUNC_INFO, function);
    table("unwind map", at + 4, UNWIND_MAP_ENTRY, function);
    table("try block map", at + 12, TRY_BLOCK_ENTRY, function);
    table("state map", at + 20, STATE_MAP_ENTRY, function);
    long blocks = pe.fileOffset(file.u32(at + 16));
    long count = Math.min(file.u32(at + 12), pe.room(file.u32(at + 16)) / TRY_BLOCK_ENTRY);
    for (long i = 0; blocks >= 0 && i < count; i++) {
      table("catch handlers", blocks + i * TRY_BLOCK_ENTRY + 12, HANDLER_ENTRY, function);
    }
  }

  /** A table given by its row count and then its address; nothing if it is not in the file. */
  private void table(String label, long countAt, int rowSize, long function) {
    long count = file.u32(countAt);
    long rva = file.u32(countAt + 4);
    long offset = pe.fileOffset(rva);
    if (count > 0 && offset >= 0 && count <= pe.room(rva) / rowSize) {
      structure(label, offset, count * rowSize, function);
    }
  }

  /** States what lies between the records. */
  void finish() {
    long[] starts = start.freeze();
    int[] order = Order.ascending(starts, starts.length);
    for (int i = 0; i < order.length; i++) {
      long from = end.get(order[i]);
      long to = i + 1 < order.length ? starts[order[i + 1]] : ownEnd(from);
      long function = about.get(order[i]);
      boolean isGap = from < to && to - from <= MOST_DATA && function != NO_DATA;
      if (isGap && isOneSection(from, to)) {
        structure("handler data", from, to - from, function);
      }
    }
  }

  /** Where the section ends that holds only such records; {@code at} if it is another one. */
  private long ownEnd(long at) {
    if (own == null || at < own.rawOffset() || at - own.rawOffset() >= own.fileSize()) {
      return at;
    }
    long size = Math.min(own.fileSize(), own.memorySize());
    return Math.min(file.length(), own.rawOffset() + size);
  }

  private boolean isOneSection(long from, long to) {
    for (PeSection section : pe.sections()) {
      if (from >= section.rawOffset() && from - section.rawOffset() < section.fileSize()) {
        return to - section.rawOffset() <= section.fileSize();
      }
    }
    return false;
  }

  private void structure(String label, long at, long size, long function) {
    image.structure(image.label(label), Kind.UNWIND, at, size, Subject.ADDRESS, function);
  }
}
