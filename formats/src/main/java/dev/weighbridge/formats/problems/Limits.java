package dev.weighbridge.formats.problems;

/**
 * The caps that keep a hostile file from costing unbounded time or memory, each with its reason.
 */
public final class Limits {
  /** A person reads the first few; a script needs the fact that there are more. */
  public static final int MAX_DIAGNOSTICS = 1_000;

  /** Files up to this many bytes are read to the heap; larger ones are mapped. */
  public static final long MAX_HEAP_FILE = 64L << 20;

  /** No real name comes near; a missing NUL must not turn the rest of a file into one name. */
  public static final int MAX_NAME_LENGTH = 1 << 20;

  /** How often names may use a byte of a file on average: of sound files seen, at most twice. */
  public static final int NAME_SHARING = 8;

  /** Bytes of names that also the smallest file may have, however much they share. */
  public static final int FREE_NAMES = 1 << 16;

  /** Bytes left of a name when a file's names come to more than is allowed. */
  public static final int CUT_NAME = 32;

  /** Uncompressed bytes accepted from one compressed section: the largest seen is under 1 GiB. */
  public static final long MAX_UNCOMPRESSED = 1L << 30;

  /** DEFLATE cannot exceed 1032:1 and honest debug data stays under 100:1. */
  public static final long MAX_COMPRESSION_RATIO = 1_032;

  /** Rows of one table; arrays end below 2^31, and half of that leaves room for growth. */
  public static final int MAX_ROWS = 1 << 30;

  /** Longest run of zeros taken for alignment: linkers align to pages of at most 2 MiB. */
  public static final long MAX_PADDING = 2L << 20;

  /** Wasm sections: tools write dozens, objects with a section per function some thousands. */
  public static final int MAX_WASM_SECTIONS = 100_000;

  /** Wasm items of one kind; the limit of the JavaScript embedding, so no engine takes more. */
  public static final int MAX_WASM_ITEMS = 1_000_000;

  /** Wasm data segments; the limit of the JavaScript embedding, so no engine takes more. */
  public static final int MAX_DATA_SEGMENTS = 100_000;

  /** Wasm memories; the limit of the JavaScript embedding, so no engine takes more. */
  public static final int MAX_WASM_MEMORIES = 100;

  /** Bytes of one Wasm memory: no processor in use addresses more than 2^48. */
  public static final long MAX_WASM_MEMORY = 1L << 48;

  /** Core modules in a Wasm component; tools compose tens, and each becomes an image. */
  public static final int MAX_NESTED_MODULES = 1_000;

  /** Wasm components inside components: tools nest two or three deep. */
  public static final int MAX_COMPONENT_DEPTH = 100;

  /** Bytes of names put together from an export trie; the largest seen come to 6 MB. */
  public static final int MAX_EXPORT_NAMES = 256 << 20;

  /** Architectures read from one universal file: there are not that many machines. */
  public static final int MAX_ARCHITECTURES = 45;

  /** Sections of a Mach-O file: its symbols count them in a byte. */
  public static final int MAX_SECT = 255;

  /** Imports of one image: the largest have some thousand, but broken tables may share rows. */
  public static final int MAX_IMPORTS = 1 << 20;

  /** Libraries an image imports from: real ones need some dozen. */
  public static final int MAX_LIBRARIES = 1 << 16;

  /** Leaves of a resource tree: each is an object, and real trees have some thousand. */
  public static final int MAX_RESOURCES = 1 << 18;

  /** Objects of a program: tables refer to them by sixteen bits. */
  public static final int MAX_MODULES = 1 << 16;

  /** Members of an archive: each may become an image, and the largest have some ten thousand. */
  public static final int MAX_MEMBERS = 1 << 16;

  /** Entries of debug information inside each other: compilers nest some dozens. */
  public static final int MAX_ENTRY_DEPTH = 1 << 16;

  /** Entries of a package: a whole system has some hundred thousand. */
  public static final int MAX_PACKAGE_ENTRIES = 1 << 20;

  /** Bytes that a packed program may unpack to, all in memory: the largest seen have 200 MB. */
  public static final long MAX_UPX_UNPACKED = 512L << 20;

  /** Packages inside each other: a jar in a jar in a layer is one of three. */
  public static final int MAX_PACKAGE_DEPTH = 4;

  /** Bytes that a package may unpack to: a larger one is more likely made to use up a machine. */
  public static final long MAX_PACKAGE_CONTENTS = 256L << 30;

  /** Bytes of one binary of a package: larger ones would fill the disk that they are spilled to. */
  public static final long MAX_PACKAGE_BINARY = 8L << 30;

  /** Packages in one that are opened: the largest images hold some thousand. */
  public static final int MAX_PACKAGES_INSIDE = 1 << 13;

  /** Bytes that are unpacked of one package in another, to be opened. */
  public static final long MAX_NESTED_PACKAGE = 1L << 30;

  /** Bytes that are unpacked of all packages in another, to be opened. */
  public static final long MAX_NESTED_PACKAGES = 16L << 30;

  private Limits() {}
}
