package dev.weighbridge.wasm.internal.bodies;

import dev.weighbridge.formats.BodySink;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.LocalGroup;
import dev.weighbridge.wasm.items.WasmImport;
import dev.weighbridge.wasm.operators.Immediate;
import dev.weighbridge.wasm.operators.OperatorCursor;
import dev.weighbridge.wasm.operators.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the bodies of a module's functions are: their type, locals and operators, where a type
 * counts by what it is, and a function it refers to is told apart. Other indices count as they are.
 */
public final class WasmBodies implements Consumer<BodySink> {
  /** What operators that carry some of these carry else is one number each. */
  private static final Set<Immediate> INDICES =
      Set.of(Immediate.FUNCTION, Immediate.TYPE, Immediate.BLOCK_TYPE, Immediate.HEAP_TYPE);

  /** These are lists, or stand for some; such an operator counts by its bytes. */
  private static final Set<Immediate> LISTS =
      Set.of(Immediate.VALUE_TYPES, Immediate.HANDLERS, Immediate.RESUME_HANDLERS);

  private final WasmModule module;

  /** The bodies of a module. */
  public WasmBodies(WasmModule module) {
    this.module = module;
  }

  @Override
  public void accept(BodySink sink) {
    new Reading(module, sink).read();
  }

  /** One reading, with what is known of types and imports at hand. */
  private static final class Reading {
    private final WasmModule module;
    private final Bytes bytes;
    private final BodySink sink;
    private final TypeClasses types;
    private final List<Long> imported;
    private final List<Long> targets = new ArrayList<>();
    private long low;
    private long high;

    Reading(WasmModule module, BodySink sink) {
      this.module = module;
      this.sink = sink;
      bytes = module.bytes();
      types = new TypeClasses(module);
      imported = importedFunctions();
    }

    private record Thing(String module, String name, long type) {}

    /** Where each imported function begins, or the first import of the same thing. */
    private List<Long> importedFunctions() {
      Map<Thing, Long> known = new HashMap<>();
      List<Long> places = new ArrayList<>();
      for (WasmImport item : module.imports()) {
        if (item.kind() == ItemKind.FUNCTION) {
          Thing thing = new Thing(item.module(), item.name(), types.of(item.typeIndex()));
          places.add(known.computeIfAbsent(thing, t -> item.fileStart()));
        }
      }
      return places;
    }

    void read() {
      WasmFunctionTable functions = module.functions();
      for (int row = 0; row < functions.count(); row++) {
        if (functions.bodyStart(row) >= 0 && read(row)) {
          sink.body(functions.bodyStart(row), low, high);
          targets.forEach(sink::target);
        }
      }
    }

    /** Reads a body; false if it cannot be decoded. */
    private boolean read(int row) {
      low = 0;
      high = 0;
      targets.clear();
      add(types.of(module.functions().typeIndex(row)));
      try {
        for (LocalGroup group : module.locals(row)) {
          add(group.count());
          type(group.type());
        }
        OperatorCursor code = module.code(row);
        while (code.next()) {
          operator(code);
        }
        return code.end() == module.functions().bodyEnd(row);
      } catch (BinaryException e) {
        return false; // the graph says what is wrong
      }
    }

    private void type(ValueType type) {
      add(type.code());
      add(type.typeIndex() >= 0 ? types.of(type.typeIndex()) : type.heapType());
    }

    private void operator(OperatorCursor code) {
      List<Immediate> immediates = code.operator().immediates();
      boolean hasIndex = false;
      boolean hasList = false;
      for (int i = 0; i < immediates.size(); i++) {
        hasIndex |= INDICES.contains(immediates.get(i));
        hasList |= LISTS.contains(immediates.get(i));
      }
      if (hasIndex && !hasList) {
        add(code.opcode());
        for (int i = 0; i < immediates.size(); i++) {
          immediate(code, immediates.get(i), code.value(i));
        }
      } else {
        bytes(code.start(), code.end());
      }
    }

    private void immediate(OperatorCursor code, Immediate immediate, long value) {
      switch (immediate) {
        case FUNCTION -> function(value);
        case TYPE -> add(types.of(value));
        case HEAP_TYPE -> add(value < 0 ? value : types.of(value));
        case BLOCK_TYPE -> {
          add(value < 0 ? value : types.of(value));
          add(code.blockHeapType() < 0 ? code.blockHeapType() : types.of(code.blockHeapType()));
        }
        default -> add(value);
      }
    }

    private void function(long index) {
      long row = index - imported.size();
      if (row < 0) {
        targets.add(imported.get((int) index));
      } else if (row < module.functions().count()) {
        targets.add(module.functions().bodyStart((int) row));
      } else {
        add(-1 - index); // there is no such function
      }
    }

    private void bytes(long start, long end) {
      add(end - start);
      long word = 0;
      for (long at = start; at < end; at++) {
        word = word << 8 | bytes.u8(at);
        if ((at - start & 7) == 7) {
          add(word);
          word = 0;
        }
      }
      add(word);
    }

    private void add(long number) {
      low = (low ^ number) * 0x9e37_79b9_7f4a_7c15L;
      low ^= low >>> 29;
      high = (high + number) * 0xc2b2_ae3d_27d4_eb4fL;
      high ^= high >>> 31;
    }
  }
}
