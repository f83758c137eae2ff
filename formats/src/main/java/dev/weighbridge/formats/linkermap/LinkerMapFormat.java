package dev.weighbridge.formats.linkermap;

import java.util.Locale;

/** Who wrote a map, and so how it is laid out. */
public enum LinkerMapFormat {
  /** LLD for ELF: {@code -Map}, addresses and sizes of all. */
  LLD("LLD"),
  /** GNU ld, for ELF and PE: also regions of memory and what was discarded. */
  GNU_LD("GNU ld"),
  /** gold: as GNU ld, without regions. */
  GOLD("gold"),
  /** Apple's ld64 and LLD for Mach-O: symbols with their object files. */
  LD64("ld64"),
  /** link.exe and LLD for COFF with {@code /MAP}: symbols without sizes. */
  LINK("link"),
  /** LLD for COFF with {@code /lldmap}: addresses count from the image base. */
  LLD_COFF("LLD for COFF"),
  /** LLD for Wasm: code has file offsets, data addresses. */
  LLD_WASM("LLD for Wasm");

  private final String title;

  LinkerMapFormat(String title) {
    this.title = title;
  }

  /** What people call it: {@code GNU ld}. */
  public String title() {
    return title;
  }

  /** The word used in machine output: {@code gnu-ld}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
