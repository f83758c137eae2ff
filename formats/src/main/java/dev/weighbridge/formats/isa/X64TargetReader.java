package dev.weighbridge.formats.isa;

/**
 * The operands of x86-64 code that are relative to the instruction pointer. Bytes that are no
 * instruction are skipped one by one.
 */
final class X64TargetReader extends TargetReader {
  private final X64CodeReader reader = new X64CodeReader();

  @Override
  public void read(byte[] code, int start, int end, long address, Targets found) {
    for (int from = start; from < end; from = reader.position() + 1) {
      reader.start(code, from, end);
      int at = from;
      while (reader.next()) {
        if (reader.hasTarget()) {
          found.target(at, address + (reader.target() - start));
        }
        at = reader.position();
      }
    }
  }
}
