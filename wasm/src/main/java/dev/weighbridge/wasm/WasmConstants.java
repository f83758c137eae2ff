package dev.weighbridge.wasm;

/** Numbers of the binary format. Core specification 5.5; component model, {@code Binary.md}. */
public final class WasmConstants {
  /** A custom section; the only id that may repeat and stand anywhere. */
  public static final int SECTION_CUSTOM = 0;

  /** The type section. */
  public static final int SECTION_TYPE = 1;

  /** The import section. */
  public static final int SECTION_IMPORT = 2;

  /** The function section: the type of each function. */
  public static final int SECTION_FUNCTION = 3;

  /** The table section. */
  public static final int SECTION_TABLE = 4;

  /** The memory section. */
  public static final int SECTION_MEMORY = 5;

  /** The global section. */
  public static final int SECTION_GLOBAL = 6;

  /** The export section. */
  public static final int SECTION_EXPORT = 7;

  /** The start section: the index of one function. */
  public static final int SECTION_START = 8;

  /** The element section. */
  public static final int SECTION_ELEMENT = 9;

  /** The code section: the bodies. */
  public static final int SECTION_CODE = 10;

  /** The data section. */
  public static final int SECTION_DATA = 11;

  /** The data count section; stands before the code section. */
  public static final int SECTION_DATA_COUNT = 12;

  /** The tag section; stands between the memory and the global section. */
  public static final int SECTION_TAG = 13;

  /** A core module nested in a component. */
  public static final int COMPONENT_SECTION_CORE_MODULE = 1;

  /** A component nested in a component. */
  public static final int COMPONENT_SECTION_COMPONENT = 4;

  /** The start of a component. */
  public static final int COMPONENT_SECTION_START = 9;

  /** What a component imports. */
  public static final int COMPONENT_SECTION_IMPORT = 10;

  /** What a component exports. */
  public static final int COMPONENT_SECTION_EXPORT = 11;

  /** The last known section of a component: values. */
  static final int COMPONENT_SECTION_LAST = 12;

  /** Bytes of a memory page unless the memory states its own. */
  public static final int PAGE_SIZE = 65_536;

  private static final String[] SECTION_NAMES = {
    "custom",
    "type",
    "import",
    "function",
    "table",
    "memory",
    "global",
    "export",
    "start",
    "element",
    "code",
    "data",
    "data count",
    "tag"
  };

  private static final String[] COMPONENT_SECTION_NAMES = {
    "custom",
    "core module",
    "core instance",
    "core type",
    "component",
    "instance",
    "alias",
    "type",
    "canon",
    "start",
    "import",
    "export",
    "value"
  };

  private WasmConstants() {}

  /** The specification's name of a module's section id; {@code section 77} if it has none. */
  public static String sectionName(int id) {
    return id < SECTION_NAMES.length ? SECTION_NAMES[id] : "section " + id;
  }

  /** The specification's name of a component's section id; {@code section 77} if it has none. */
  public static String componentSectionName(int id) {
    return id < COMPONENT_SECTION_NAMES.length ? COMPONENT_SECTION_NAMES[id] : "section " + id;
  }
}
