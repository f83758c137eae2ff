package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmDataSegment;
import dev.weighbridge.wasm.items.WasmLimits;
import dev.weighbridge.wasm.items.WasmMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * States what a module takes in memory, as segments: its code, each active data segment at its
 * place, and the rest of each memory's initial pages, which starts as zero.
 *
 * <p>Code and each memory have addresses of their own in Wasm. One space holds them all here: code
 * counts from 0, memories as {@link WasmMemory#place} says. Data whose place is only known at run
 * time is not placed.
 */
final class WasmSegments {
  private final WasmModule module;
  private final ImageBuilder image;
  private final List<WasmDataSegment> placed = new ArrayList<>();

  WasmSegments(WasmModule module, ImageBuilder image) {
    this.module = module;
    this.image = image;
  }

  void state() {
    for (WasmSection section : module.sections()) {
      if (section.id() == WasmConstants.SECTION_CODE) {
        long size = section.contentSize();
        image.segment("code", section.contentStart(), size, 0, size, true, "rx");
      }
    }
    int memories = Math.min(module.count(ItemKind.MEMORY), Limits.MAX_WASM_MEMORIES);
    long[] sizes = new long[memories];
    for (int memory = 0; memory < memories; memory++) {
      sizes[memory] = size(memory);
    }
    data(sizes);
    for (int memory = 0; memory < memories; memory++) {
      zeros(memory, sizes[memory]);
    }
  }

  /** Initial bytes of a memory; 0 if there cannot be so many. */
  private long size(int memory) {
    WasmLimits limits = module.memoryLimits(memory);
    long most = Limits.MAX_WASM_MEMORY / limits.pageSize();
    if (Long.compareUnsigned(limits.minimum(), most) <= 0) {
      return limits.minimum() * limits.pageSize();
    }
    image
        .diagnostics()
        .warn(
            "wasm.memory[" + memory + "].min",
            -1,
            "at most " + most + " pages",
            Long.toUnsignedString(limits.minimum()));
    return 0;
  }

  private void data(long[] sizes) {
    DataNames names = new DataNames(module);
    for (int i = 0; i < module.data().count(); i++) {
      WasmDataSegment segment = module.data().row(i);
      long size = segment.contentSize();
      long address = segment.address();
      boolean isPlaced =
          segment.memory() >= 0
              && segment.memory() < sizes.length
              && address >= 0
              && size <= sizes[segment.memory()]
              && address <= sizes[segment.memory()] - size;
      if (isPlaced) {
        placed.add(segment);
        long place = WasmMemory.place(segment.memory(), address);
        String permissions = names.isReadOnly(i) ? "r" : "rw";
        String name = names.name(i);
        image.segment(name, segment.contentStart(), size, place, size, true, permissions);
      }
    }
  }

  /** The gaps between the data segments of a memory. */
  private void zeros(int memory, long size) {
    long[] starts = new long[placed.size()];
    int count = 0;
    long[] ends = new long[placed.size()];
    for (WasmDataSegment segment : placed) {
      if (segment.memory() == memory) {
        starts[count] = segment.address();
        ends[count++] = segment.address() + segment.contentSize();
      }
    }
    long at = 0;
    for (int i : Order.ascending(starts, count)) {
      zero(memory, at, starts[i]);
      at = Math.max(at, ends[i]);
    }
    zero(memory, at, size);
  }

  private void zero(int memory, long from, long to) {
    if (from < to) {
      String name = "memory[" + memory + "]";
      image.segment(name, 0, 0, WasmMemory.place(memory, from), to - from, true, "rw");
    }
  }
}
