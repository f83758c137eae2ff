package dev.weighbridge.attribution.claim;

import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.formats.StructureTable;

/** The rung of what the format itself has in a file; codes are structure rows. */
public final class Structures implements Rung {
  private static final int STATED = Evidence.pair(Evidence.FORMAT, Evidence.FORMAT);

  private final StructureTable table;

  /** The structures of a table. */
  public Structures(StructureTable table) {
    this.table = table;
  }

  @Override
  public void claim(Claims claims) {
    for (int row = 0; row < table.count(); row++) {
      claim(row, claims);
    }
  }

  /** Makes the claim of one row. */
  public void claim(int row, Claims claims) {
    claims.add(table.fileStart(row), table.fileEnd(row), row);
  }

  /** What a structure is called, without brackets. */
  public String text(int row) {
    return table.labels().get(table.label(row));
  }

  @Override
  public int evidence(int code) {
    return STATED;
  }

  @Override
  public String why(int code) {
    return "a structure of the format";
  }
}
