package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.problems.Diagnostics;

/**
 * What reads the debug information of an image, in whatever format it is. Each method is called at
 * most once; several may be called at the same time.
 */
public interface DebugSource {
  /** Reads the units. */
  UnitTable units(Diagnostics diagnostics);

  /** Reads the lines. */
  LineTable lines(Diagnostics diagnostics);

  /** Reads the functions and where they were inlined. */
  InlineTable inlines(Diagnostics diagnostics);

  /** Reads the variables that have a place of their own; none if the format tells of none. */
  default VariableTable variables(Diagnostics diagnostics) {
    return new VariableTable.Builder().build(new SourceTable.Builder().build());
  }

  /** Tells whose the debug bytes are. */
  DebugBytes bytes(Diagnostics diagnostics);
}
