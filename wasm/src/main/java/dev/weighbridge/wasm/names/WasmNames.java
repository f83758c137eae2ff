package dev.weighbridge.wasm.names;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.wasm.internal.values.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the name section says. Core specification, appendix "Name Section".
 *
 * <p>A subsection that is cut short or out of order keeps the names before the fault; the fault
 * becomes a diagnostic. Without a name section all is empty.
 */
public final class WasmNames {
  /**
   * One subsection.
   *
   * @param id its number; that of a {@link NameKind}, or unknown
   * @param fileStart first byte: the id
   * @param contentStart first byte behind the size
   * @param fileEnd end, exclusive
   */
  public record Subsection(int id, long fileStart, long contentStart, long fileEnd) {}

  /** There are a dozen kinds, each of which should come once. */
  private static final int MAX_SUBSECTIONS = 1_000;

  private final List<Subsection> subsections = new ArrayList<>();
  private final NameMap[] maps = new NameMap[NameKind.count()];
  private final NameGroups[] groups = new NameGroups[NameKind.count()];
  private final List<Diagnostic> diagnostics;
  private Optional<String> module = Optional.empty();

  private WasmNames(Bytes bytes, List<Cursor> payloads, long fileBase) {
    NameMap.Builder[] mapBuilders = new NameMap.Builder[maps.length];
    NameGroups.Builder[] groupBuilders = new NameGroups.Builder[maps.length];
    for (int i = 0; i < maps.length; i++) {
      mapBuilders[i] = new NameMap.Builder();
      groupBuilders[i] = new NameGroups.Builder();
    }
    Diagnostics found = new Diagnostics();
    for (Cursor cursor : payloads) {
      try {
        while (!cursor.isAtEnd()) {
          subsection(bytes, cursor, fileBase, mapBuilders, groupBuilders, found);
        }
      } catch (BinaryException e) {
        found.warn(e);
      }
    }
    for (int i = 0; i < maps.length; i++) {
      maps[i] = mapBuilders[i].freeze(bytes);
      groups[i] = groupBuilders[i].freeze(bytes);
    }
    diagnostics = found.list();
  }

  /**
   * The names that name sections give; there should be one, and what others say comes behind.
   *
   * @param module the bytes of the module
   * @param payloads for each section a cursor through them, before what follows its own name
   * @param fileBase file offset of the module, for diagnostics
   */
  public static WasmNames read(Bytes module, List<Cursor> payloads, long fileBase) {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(payloads, "payloads");
    return new WasmNames(module, payloads, fileBase);
  }

  private void subsection(
      Bytes bytes,
      Cursor cursor,
      long fileBase,
      NameMap.Builder[] mapBuilders,
      NameGroups.Builder[] groupBuilders,
      Diagnostics found) {
    if (subsections.size() == MAX_SUBSECTIONS) {
      throw cursor.malformed("at most " + MAX_SUBSECTIONS + " subsections", "more");
    }
    long start = cursor.position();
    int id = cursor.u8();
    long size = cursor.uleb128(32);
    long content = cursor.position();
    cursor.skip(size);
    subsections.add(new Subsection(id, start, content, cursor.position()));
    NameKind kind = NameKind.ofNumber(id);
    if (kind == null) {
      found.note("wasm.name", fileBase + start, "a known subsection", "id " + id);
      return;
    }
    String structure = "wasm.name[" + id + "]";
    Cursor inside = new Cursor(bytes, content, cursor.position(), structure, fileBase);
    try {
      if (kind == NameKind.MODULE) {
        module = Optional.of(Values.name(inside, bytes));
      } else if (kind.isGrouped()) {
        groupBuilders[id].read(inside);
      } else {
        mapBuilders[id].read(inside);
      }
    } catch (BinaryException e) {
      found.warn(e);
    }
  }

  /** The name of the module, if it has one. */
  public Optional<String> module() {
    return module;
  }

  /** The subsections in the order of the file. */
  public List<Subsection> subsections() {
    return Collections.unmodifiableList(subsections);
  }

  /** The names of a kind that is not grouped; for {@link NameKind#MODULE} empty. */
  public NameMap of(NameKind kind) {
    return maps[kind.ordinal()];
  }

  /** The names of a kind that is grouped. */
  public NameGroups groupsOf(NameKind kind) {
    return groups[kind.ordinal()];
  }

  /** What was wrong with the name section. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  @Override
  public String toString() {
    return module.orElse("no name") + ", " + subsections.size() + " subsections";
  }
}
