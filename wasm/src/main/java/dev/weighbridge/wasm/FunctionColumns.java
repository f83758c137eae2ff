package dev.weighbridge.wasm;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/** What the function and code sections say, as it is found. */
final class FunctionColumns {
  final IntColumn type = new IntColumn(0);
  final LongColumn entryStart = new LongColumn(0);
  final LongColumn entryEnd = new LongColumn(0);
  final LongColumn bodyStart = new LongColumn(0);
  final LongColumn codeStart = new LongColumn(0);
  final LongColumn bodyEnd = new LongColumn(0);
}
