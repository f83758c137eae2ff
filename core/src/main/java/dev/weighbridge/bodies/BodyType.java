package dev.weighbridge.bodies;

import dev.weighbridge.formats.Kind;

/** What a body consists of. */
public enum BodyType {
  /** Machine code. */
  CODE,
  /** Data, read-only or writable, that a symbol names. */
  DATA;

  boolean includes(int kindOrdinal) {
    return this == CODE
        ? kindOrdinal == Kind.CODE.ordinal()
        : kindOrdinal == Kind.RODATA.ordinal() || kindOrdinal == Kind.DATA.ordinal();
  }
}
