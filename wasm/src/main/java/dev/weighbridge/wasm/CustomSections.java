package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.wasm.internal.values.Values;
import dev.weighbridge.wasm.linking.DynamicLibrary;
import dev.weighbridge.wasm.linking.Linking;
import dev.weighbridge.wasm.linking.WasmRelocations;
import dev.weighbridge.wasm.names.WasmNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the custom sections of a module say that tools agree on; the name section has its own class,
 * {@link WasmNames}.
 *
 * <p>A section that is cut short keeps what came before the fault; the fault becomes a diagnostic.
 */
public final class CustomSections {
  private static final String CODE_METADATA = "metadata.code.";
  private static final int MAX_BUILD_ID = 64;

  /** Tools, features, libraries of one list: a dozen is many, and each becomes an object. */
  private static final int MAX_STATEMENTS = 10_000;

  /** Core specification, appendix "Name Section"; tool conventions, a page for each of the rest. */
  private static final Set<String> COME_ONCE =
      Set.of(
          "name",
          "producers",
          "target_features",
          "dylink.0",
          "linking",
          "build_id",
          "sourceMappingURL",
          "external_debug_info");

  private final Bytes bytes;
  private final long fileBase;
  private final int sectionCount;
  private final int functionCount;
  private final Diagnostics found = new Diagnostics();
  private final List<ProducersField> producers = new ArrayList<>();
  private final List<TargetFeature> targetFeatures = new ArrayList<>();
  private final List<WasmRelocations> relocations = new ArrayList<>();
  private final List<CodeMetadata> codeMetadata = new ArrayList<>();
  private Optional<DynamicLibrary> dynamicLibrary = Optional.empty();
  private Optional<Linking> linking = Optional.empty();
  private Optional<String> buildId = Optional.empty();
  private Optional<String> sourceMap = Optional.empty();
  private Optional<String> externalDebugInfo = Optional.empty();

  CustomSections(Bytes bytes, long fileBase, List<WasmSection> sections, int functionCount) {
    this.bytes = bytes;
    this.fileBase = fileBase;
    this.sectionCount = sections.size();
    this.functionCount = functionCount;
    Set<String> seen = new HashSet<>();
    int lastOfCore = -1;
    for (WasmSection section : sections) {
      lastOfCore = section.isCustom() ? lastOfCore : section.index();
    }
    for (WasmSection section : sections) {
      if (section.isCustom()) {
        checkPlace(section, lastOfCore, seen);
        read(section);
      }
    }
  }

  private void checkPlace(WasmSection section, int lastOfCore, Set<String> seen) {
    long at = fileBase + section.fileStart();
    String structure = "wasm." + section.name();
    if (COME_ONCE.contains(section.name()) && !seen.add(section.name())) {
      found.warn(structure, at, "one section of this name", "another");
    } else if (section.name().equals("name") && section.index() < lastOfCore) {
      found.warn(structure, at, "names behind the data section", "sections of the module after it");
    }
  }

  private void read(WasmSection section) {
    String structure = "wasm." + section.name();
    Cursor cursor =
        new Cursor(bytes, section.payloadStart(), section.fileEnd(), structure, fileBase);
    try {
      switch (section.name()) {
        case "producers" -> producers(cursor);
        case "target_features" -> targetFeatures(cursor);
        case "dylink.0" ->
            dynamicLibrary = Optional.of(DynamicLibrary.read(bytes, cursor, fileBase));
        case "linking" -> linking = Optional.of(Linking.read(bytes, cursor, fileBase, found));
        case "build_id" -> buildId = Optional.of(hex(cursor));
        case "sourceMappingURL" -> sourceMap = Optional.of(Values.name(cursor, bytes));
        case "external_debug_info" -> externalDebugInfo = Optional.of(Values.name(cursor, bytes));
        default -> readByPrefix(section, cursor);
      }
    } catch (BinaryException e) {
      found.warn(e);
    }
  }

  private void readByPrefix(WasmSection section, Cursor cursor) {
    if (section.name().startsWith("reloc.")) {
      relocations.add(WasmRelocations.read(cursor, section.index(), sectionCount, found));
    } else if (section.name().startsWith(CODE_METADATA)) {
      codeMetadata(cursor, section.name().substring(CODE_METADATA.length()));
    }
  }

  private void producers(Cursor cursor) {
    int fields = Values.count(cursor, 2, MAX_STATEMENTS);
    for (int i = 0; i < fields; i++) {
      String name = Values.name(cursor, bytes);
      List<ProducersField.Value> values = new ArrayList<>();
      int count = Values.count(cursor, 2, MAX_STATEMENTS);
      for (int value = 0; value < count; value++) {
        String tool = Values.name(cursor, bytes);
        values.add(new ProducersField.Value(tool, Values.name(cursor, bytes)));
      }
      producers.add(new ProducersField(name, List.copyOf(values)));
    }
  }

  private void targetFeatures(Cursor cursor) {
    int count = Values.count(cursor, 2, MAX_STATEMENTS);
    for (int i = 0; i < count; i++) {
      char prefix = (char) cursor.u8();
      targetFeatures.add(new TargetFeature(prefix, Values.name(cursor, bytes)));
    }
  }

  private String hex(Cursor cursor) {
    int length = Values.skipName(cursor);
    if (length > MAX_BUILD_ID) {
      throw cursor.malformed("a build id of at most " + MAX_BUILD_ID + " bytes", "" + length);
    }
    long end = cursor.position();
    return HexFormat.of().formatHex(bytes.toArray(end - length, end));
  }

  private void codeMetadata(Cursor cursor, String type) {
    int functions = Values.count(cursor, 2, functionCount);
    for (int i = 0; i < functions; i++) {
      long start = cursor.position();
      int function = Values.index(cursor);
      int count = Values.count(cursor, 2);
      long items = cursor.position();
      for (int item = 0; item < count; item++) {
        cursor.uleb128(32);
        cursor.skip(cursor.uleb128(32));
      }
      codeMetadata.add(new CodeMetadata(type, function, start, cursor.position(), items, count));
    }
  }

  /** What produced the module; empty if it does not say. */
  public List<ProducersField> producers() {
    return Collections.unmodifiableList(producers);
  }

  /** The features it uses, as far as it says. */
  public List<TargetFeature> targetFeatures() {
    return Collections.unmodifiableList(targetFeatures);
  }

  /** What a dynamic library asks of its loader; empty for other modules. */
  public Optional<DynamicLibrary> dynamicLibrary() {
    return dynamicLibrary;
  }

  /** What an object file tells the linker; empty for other modules. */
  public Optional<Linking> linking() {
    return linking;
  }

  /** The relocations, section by section; of object files, and where the linker kept them. */
  public List<WasmRelocations> relocations() {
    return Collections.unmodifiableList(relocations);
  }

  /** Branch hints and the like, function by function. */
  public List<CodeMetadata> codeMetadata() {
    return Collections.unmodifiableList(codeMetadata);
  }

  /** The build id in hexadecimal digits. Tool conventions, {@code BuildId.md}. */
  public Optional<String> buildId() {
    return buildId;
  }

  /** Where the source map is. */
  public Optional<String> sourceMap() {
    return sourceMap;
  }

  /** Where the debug information is, if in another file. Tool conventions, {@code Debugging.md}. */
  public Optional<String> externalDebugInfo() {
    return externalDebugInfo;
  }

  /** What was wrong with the sections read. */
  public List<Diagnostic> diagnostics() {
    return found.list();
  }

  @Override
  public String toString() {
    return sectionCount + " sections before them";
  }
}
