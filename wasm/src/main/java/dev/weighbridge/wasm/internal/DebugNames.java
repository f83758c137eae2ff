package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.wasm.WasmModule;
import java.util.HashMap;
import java.util.Map;

/** Tells the functions of a module that debug information names. */
final class DebugNames {
  /** Is told of a function. */
  interface Sink {
    /**
     * One function.
     *
     * @param body number of its body in the section of code
     * @param names what debug information calls functions
     * @param function its row there
     */
    void name(int body, FunctionNames names, int function);
  }

  private DebugNames() {}

  static void tell(WasmModule module, DebugInformation debug, Sink sink) {
    Map<Long, Integer> bodies = new HashMap<>();
    for (int body = 0; body < module.functions().count(); body++) {
      bodies.put(module.functions().codeStart(body) - debug.fileOrigin(), body);
    }
    InlineTable table = debug.inlines();
    for (int scope = 0; scope < table.count(); scope++) {
      int range = table.firstRange(scope);
      boolean isOnItsOwn = !table.isInlined(scope) && table.parent(scope) < 0;
      Integer body = isOnItsOwn ? bodies.get(table.rangeStart(range)) : null;
      if (body != null) {
        sink.name(body, table.functions(), table.function(scope));
      }
    }
  }
}
