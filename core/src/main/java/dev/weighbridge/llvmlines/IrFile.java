package dev.weighbridge.llvmlines;

import java.util.Objects;

/**
 * What was counted of one file.
 *
 * @param name a name for people
 * @param functions how many functions it defines
 * @param lines their lines
 * @param hasDebugInformation whether functions have debug information: it adds stores and
 *     allocations, so that counts with it and without it do not compare
 */
public record IrFile(String name, int functions, long lines, boolean hasDebugInformation) {
  /** Checks that there is a name. */
  public IrFile {
    Objects.requireNonNull(name, "name");
  }
}
