package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.bodies.ComparedBodies;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import java.util.HashMap;
import java.util.Map;

/**
 * What linkers compare of functions: instructions with the distances of operands left out, and in
 * their place what the operands mean. Which function an operand leads to is kept apart.
 */
final class FunctionBodies implements ComparedBodies {
  private static final int MAX_SIZE = 1 << 22;

  /** Kinds of operands; a kind is part of a body, so equal numbers of two kinds differ. */
  private static final long FUNCTION = 0x11;

  private static final long SLOT_OF_FUNCTION = 0x22;
  private static final long SLOT = 0x33;
  private static final long ADDRESS = 0x44;

  private final Attribution attribution;
  private final FramedFunctions functions;
  private final BinaryImage image;
  private final AddressMap map;
  private final Map<Long, Integer> slots = new HashMap<>();

  private final long[] low;
  private final long[] high;
  private final boolean[] canFold;
  private final int[] targetStart;
  private final IntColumn targets = new IntColumn(0);
  private boolean isRead;
  private byte[] code = new byte[1 << 12];
  private long hashLow;
  private long hashHigh;

  FunctionBodies(Attribution attribution, FramedFunctions functions) {
    this.attribution = attribution;
    this.functions = functions;
    image = attribution.file().images().get(0);
    map = attribution.addressMap(0);
    int count = functions.count();
    low = new long[count];
    high = new long[count];
    canFold = new boolean[count];
    targetStart = new int[count + 1];
    InstructionCursor cursor =
        InstructionSets.cursor(image).filter(InstructionCursor::tellsAllAddresses).orElse(null);
    if (cursor != null) {
      readSlots();
      read(cursor);
      isRead = true;
    }
  }

  /** Whether the machine's code can be read. */
  boolean isRead() {
    return isRead;
  }

  @Override
  public int count() {
    return functions.count();
  }

  /** Whether a linker may fold a function: it has no exception table, and all of it was read. */
  @Override
  public boolean canFold(int row) {
    return canFold[row];
  }

  /** Half of a number that stands for a body without the functions it leads to. */
  @Override
  public long low(int row) {
    return low[row];
  }

  /** The other half. */
  @Override
  public long high(int row) {
    return high[row];
  }

  /** The first of the functions that one leads to, in order; those of one follow each other. */
  @Override
  public int targetStart(int row) {
    return targetStart[row];
  }

  @Override
  public int target(int index) {
    return targets.get(index);
  }

  /** Slots of the global offset table, and which relocation fills each. */
  private void readSlots() {
    RelocationTable relocations = image.relocations();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.name().equals(".got")) {
        for (int entry = 0; entry < relocations.count(); entry++) {
          long inside = relocations.place(entry) - section.address();
          if (inside >= 0 && inside < section.memorySize()) {
            slots.put(relocations.place(entry), entry);
          }
        }
        return;
      }
    }
  }

  private void read(InstructionCursor cursor) {
    Bytes file = attribution.file().bytes();
    for (int row = 0; row < functions.count(); row++) {
      targetStart[row] = targets.count();
      long place = map.place(functions.start(row));
      long size = functions.size(row);
      if (functions.hasTable(row) || place < 0 || size > MAX_SIZE || !file.contains(place, size)) {
        continue;
      }
      int length = (int) size;
      if (code.length < length + InstructionCursor.SLACK) {
        code = new byte[2 * length + InstructionCursor.SLACK];
      }
      file.copy(place, code, 0, length);
      canFold[row] = read(cursor, row, length);
    }
    targetStart[functions.count()] = targets.count();
  }

  private boolean read(InstructionCursor cursor, int row, int length) {
    hashLow = length;
    hashHigh = length;
    long start = functions.start(row);
    cursor.start(code, 0, length, start);
    while (cursor.next()) {
      add(cursor.fingerprint());
      if (cursor.hasTarget() && !isInside(cursor.target(), start, length)) {
        operand(cursor.target());
      } else if (cursor.hasReference() && !isInside(cursor.reference(), start, length)) {
        operand(cursor.reference());
      }
    }
    low[row] = hashLow;
    high[row] = hashHigh;
    return !cursor.isLost();
  }

  private static boolean isInside(long address, long start, long length) {
    return Long.compareUnsigned(address - start, length) < 0;
  }

  private void operand(long address) {
    int function = functions.at(address);
    if (function >= 0) {
      add(FUNCTION);
      add(address - functions.start(function));
      targets.add(function);
      return;
    }
    Integer slot = slots.get(address);
    if (slot == null) {
      add(ADDRESS);
      add(address);
      return;
    }
    RelocationTable relocations = image.relocations();
    long target = relocations.target(slot);
    int led = relocations.symbol(slot) >= 0 || target < 0 ? -1 : functions.at(target);
    if (led >= 0) {
      add(SLOT_OF_FUNCTION);
      add(target - functions.start(led));
      targets.add(led);
    } else {
      add(SLOT);
      add(relocations.symbol(slot));
      add(target);
    }
  }

  private void add(long number) {
    hashLow = (hashLow ^ number) * 0x9e37_79b9_7f4a_7c15L;
    hashLow ^= hashLow >>> 29;
    hashHigh = (hashHigh + number) * 0xc2b2_ae3d_27d4_eb4fL;
    hashHigh ^= hashHigh >>> 31;
  }
}
