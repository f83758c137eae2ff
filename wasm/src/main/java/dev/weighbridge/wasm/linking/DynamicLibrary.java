package dev.weighbridge.wasm.linking;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.wasm.internal.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a dynamic library asks of its loader: the {@code dylink.0} section. Tool conventions, {@code
 * DynamicLinking.md}.
 *
 * @param memorySize bytes of memory to reserve, zero-filled part included
 * @param memoryAlignment in bytes, as a power of two: 4 means 16 bytes
 * @param tableSize elements of the table to reserve
 * @param tableAlignment in elements, as a power of two
 * @param needed the libraries it needs
 */
public record DynamicLibrary(
    long memorySize,
    long memoryAlignment,
    long tableSize,
    long tableAlignment,
    List<String> needed) {
  /** Refuses null. */
  public DynamicLibrary {
    Objects.requireNonNull(needed, "needed");
  }

  private static final int WASM_DYLINK_MEM_INFO = 1;
  private static final int WASM_DYLINK_NEEDED = 2;

  /** A dozen libraries are many, and each becomes an object. */
  private static final int MAX_LIBRARIES = 10_000;

  /**
   * What a {@code dylink.0} section says; what it leaves out is 0 or empty.
   *
   * @param module the bytes of the module
   * @param payload a cursor through them, before what follows the section's name
   * @param fileBase file offset of the module, for errors
   * @throws MalformedBinaryException if the section is cut short
   */
  public static DynamicLibrary read(Bytes module, Cursor payload, long fileBase) {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(payload, "payload");
    long[] memory = new long[4];
    List<String> needed = new ArrayList<>();
    while (!payload.isAtEnd()) {
      int type = payload.u8();
      long size = payload.uleb128(32);
      long start = payload.position();
      payload.skip(size);
      Cursor inside = new Cursor(module, start, payload.position(), "wasm.dylink.0", fileBase);
      if (type == WASM_DYLINK_MEM_INFO) {
        for (int i = 0; i < memory.length; i++) {
          memory[i] = inside.uleb128(32);
        }
      } else if (type == WASM_DYLINK_NEEDED) {
        int count = Values.count(inside, 1, MAX_LIBRARIES);
        for (int i = 0; i < count; i++) {
          needed.add(Values.name(inside, module));
        }
      }
    }
    return new DynamicLibrary(memory[0], memory[1], memory[2], memory[3], List.copyOf(needed));
  }
}
