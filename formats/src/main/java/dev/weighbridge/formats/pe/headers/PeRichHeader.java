package dev.weighbridge.formats.pe.headers;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The list of tools that made an image, which Microsoft's linker hides behind the stub program.
 *
 * <p>It is not part of the specification: a mark {@code DanS}, rows, the mark {@code Rich} and the
 * key, all but the last two exclusive-ored with the key.
 *
 * @param key the key
 * @param tools in the order of the file
 * @param fileStart first byte of the mark {@code DanS} in the file
 * @param fileEnd end of the key, exclusive
 */
public record PeRichHeader(int key, List<Tool> tools, long fileStart, long fileEnd) {
  private static final int DANS = 0x536E6144;
  private static final int RICH = 0x68636952;
  private static final int HEADER = 16;

  /**
   * One tool.
   *
   * @param product number of the product
   * @param build its build number
   * @param count how many objects it made
   */
  public record Tool(int product, int build, long count) {}

  /** Makes the list immutable. */
  public PeRichHeader {
    Objects.requireNonNull(tools, "tools");
    tools = List.copyOf(tools);
  }

  /** The Rich header between two offsets, or null if there is none. */
  @SuppressWarnings("exports")
  public static @Nullable PeRichHeader find(Bytes file, long start, long end) {
    Objects.requireNonNull(file, "file");
    long rich = -1;
    for (long at = start; at + 8 <= end && rich < 0; at += 4) {
      rich = file.i32(at) == RICH ? at : -1;
    }
    if (rich < 0) {
      return null;
    }
    int key = file.i32(rich + 4);
    for (long at = rich - 4; at >= start; at -= 4) {
      if ((file.i32(at) ^ key) == DANS) {
        return new PeRichHeader(key, tools(file, at + HEADER, rich, key), at, rich + 8);
      }
    }
    return null;
  }

  private static List<Tool> tools(Bytes file, long start, long end, int key) {
    List<Tool> tools = new ArrayList<>();
    for (long at = start; at + 8 <= end; at += 8) {
      int id = file.i32(at) ^ key;
      long count = Integer.toUnsignedLong(file.i32(at + 4) ^ key);
      tools.add(new Tool(id >>> 16, id & 0xFFFF, count));
    }
    return tools;
  }
}
