package dev.weighbridge.formats.internal.pdb.facts;

import org.jspecify.annotations.Nullable;

/** A body of a function while its record is open: on its own, or inlined into another one. */
final class PdbScope {
  private final @Nullable PdbScope parent;
  private final int depth;
  private final long base;
  private final long limit;
  private final PdbName name;
  private final long inlinee;
  private final @Nullable PdbSiteLines lines;
  private int row = -1;

  private PdbScope(
      @Nullable PdbScope parent,
      long base,
      long limit,
      PdbName name,
      long inlinee,
      @Nullable PdbSiteLines lines) {
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.base = base;
    this.limit = limit;
    this.name = name;
    this.inlinee = inlinee;
    this.lines = lines;
  }

  /** A function on its own. */
  static PdbScope function(long start, long end, PdbName name) {
    return new PdbScope(null, start, end, name, -1, null);
  }

  /** A function inlined into this one. */
  PdbScope inlined(long function, PdbSiteLines code) {
    return new PdbScope(this, base, limit, name, function, code);
  }

  /** What it is inlined into; null for a function on its own. */
  @Nullable PdbScope parent() {
    return parent;
  }

  /** How many bodies it is in. */
  int depth() {
    return depth;
  }

  /** Address of the function on its own that it is, or is in. */
  long base() {
    return base;
  }

  /** Where that ends. */
  long limit() {
    return limit;
  }

  /** The name of the function on its own. */
  PdbName name() {
    return name;
  }

  /** Number of the item of the function that was inlined. */
  long inlinee() {
    return inlinee;
  }

  /** Its code and lines if it was inlined, else null. */
  @Nullable PdbSiteLines lines() {
    return lines;
  }

  /** Row in the table that is made of scopes, -1 if it has none. */
  int row() {
    return row;
  }

  /** Gives it its row. */
  void row(int inTable) {
    row = inTable;
  }
}
