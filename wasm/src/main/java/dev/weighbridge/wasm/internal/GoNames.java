package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.golang.GoFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.WasmDataSegment;
import java.util.Optional;

/**
 * The names that the runtime of Go has for the functions of a module. The name section, where there
 * is one, has an underscore for every character that is not of C.
 *
 * <p>Go's linker leaves zeros out of data, so its table is only whole once memory is laid out. A
 * place in code is the number of the body after {@code 0x1000}; up to Go 1.25, 16 bits for places
 * inside follow.
 */
final class GoNames {
  private static final long FIRST = 0x1000;
  private static final int INSIDE = 16;

  /** Zeros that were left out are not more than this many times the module. */
  private static final int MOST_TIMES = 8;

  private static final long SMALL = 1 << 20;

  private final WasmModule module;

  private GoNames(WasmModule module) {
    this.module = module;
  }

  /** Who is told of names. */
  interface Listener {
    /**
     * A function has a name.
     *
     * @param body number of its body among those of the module
     */
    void name(int body, Bytes pool, long start, int length);
  }

  /** Tells of the names of a module's functions, if it has the table. */
  static void tell(WasmModule module, Listener listener) {
    new GoNames(module).tell(listener);
  }

  private void tell(Listener listener) {
    Bytes memory = memory();
    Optional<GoFunctionTable> table = GoFunctionTable.find(memory, 0, memory.length());
    if (table.isEmpty()) {
      return;
    }
    int bodies = module.functions().count();
    table
        .get()
        .functions(
            0,
            (place, size, name, length) -> {
              long body = (place < (FIRST << INSIDE) ? place : place >> INSIDE) - FIRST;
              if (body >= 0 && body < bodies) {
                listener.name((int) body, memory, name, length);
              }
            });
  }

  /** The first memory as data segments fill it. */
  private Bytes memory() {
    long end = 0;
    long most = Math.max(SMALL, MOST_TIMES * module.bytes().length());
    for (int i = 0; i < module.data().count(); i++) {
      WasmDataSegment segment = module.data().row(i);
      if (isPlaced(segment, most)) {
        end = Math.max(end, segment.address() + segment.contentSize());
      }
    }
    byte[] memory = new byte[(int) Math.min(end, Integer.MAX_VALUE - 8)];
    for (int i = 0; i < module.data().count(); i++) {
      WasmDataSegment segment = module.data().row(i);
      if (isPlaced(segment, Math.min(most, memory.length))) {
        int size = (int) segment.contentSize();
        module.bytes().copy(segment.contentStart(), memory, (int) segment.address(), size);
      }
    }
    return Bytes.of(memory);
  }

  private static boolean isPlaced(WasmDataSegment segment, long most) {
    long address = segment.address();
    return segment.memory() == 0
        && address >= 0
        && address <= most
        && segment.contentSize() <= most - address;
  }
}
