package dev.weighbridge.wasm.internal.sourcemap;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.operators.OperatorCursor;

/**
 * Whether a source map is of a module. Neither names the other by more than a file name, but a map
 * has places where instructions begin: that of another build hits few of them.
 *
 * @param hits places where an instruction or a body begins
 * @param misses places in bodies that are inside of an instruction
 * @param behind places behind the end of the module
 */
record SourceMapFit(long hits, long misses, long behind) {
  /** Tools that rewrite modules leave a few places wrong; chance hits a third. */
  private static final int HITS_OF_TEN = 9;

  /** Compares a map and a module. */
  static SourceMapFit of(MappedPlaces places, WasmModule module) {
    WasmFunctionTable functions = module.functions();
    long hits = 0;
    long inside = 0;
    for (int row = 0; row < functions.count(); row++) {
      long start = functions.codeStart(row);
      long end = functions.bodyEnd(row);
      int first = start < 0 ? places.count() : places.firstAt(start);
      int last = start < 0 ? first : places.firstAt(end);
      if (last > first) {
        inside += last - first;
        hits += hits(places, first, last, module, row);
      }
    }
    int behind = places.count() - places.firstAt(module.bytes().length() + 1);
    return new SourceMapFit(hits, inside - hits, behind);
  }

  private static long hits(
      MappedPlaces places, int first, int last, WasmModule module, int function) {
    long hits = 0;
    int next = first;
    long begin = module.functions().codeStart(function);
    for (; next < last && places.place(next) == begin; next++) {
      hits++;
    }
    try {
      OperatorCursor code = module.code(function);
      while (next < last && code.next()) {
        while (next < last && places.place(next) < code.start()) {
          next++;
        }
        for (; next < last && places.place(next) == code.start(); next++) {
          hits++;
        }
      }
    } catch (MalformedBinaryException e) {
      // What cannot be decoded was met when the module was read; the places behind it miss.
      return hits;
    }
    return hits;
  }

  /** Whether the map may be used. */
  boolean fits() {
    return behind == 0 && hits > 0 && hits * 10 >= (hits + misses) * HITS_OF_TEN;
  }

  /** What was expected of a map. */
  static String expected() {
    return "a source map of this build, with places where its instructions begin";
  }

  /** What was found. */
  String found() {
    if (behind > 0) {
      return behind + " places behind the end of the module";
    }
    return hits + misses == 0
        ? "no place in its code"
        : misses + " of " + (hits + misses) + " places inside of instructions";
  }
}
