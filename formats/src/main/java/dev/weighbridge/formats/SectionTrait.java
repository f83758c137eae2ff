package dev.weighbridge.formats;

/** What is known of a section besides its kind. */
public enum SectionTrait {
  /** It takes memory at run time. */
  LOADED,
  /** It holds instructions. */
  EXECUTABLE,
  /** It may be written at run time. */
  WRITABLE,
  /** It is a template copied for each thread. */
  THREAD_LOCAL,
  /**
   * The format or the tools define what all its bytes are (string tables, notes, debug data), so
   * bytes that nothing finer claims are still fully explained by its name.
   */
  METADATA,
  /** It holds strings that end with NUL, one after another: Mach-O {@code __cstring}. */
  STRINGS,
  /** It holds constants as long as its alignment, one after another: {@code __literal16}. */
  CONSTANTS,
  /** Its bytes in the file are compressed. */
  COMPRESSED
}
