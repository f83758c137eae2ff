package dev.weighbridge.formats.firmware;

/** How an image for flash is written down. */
public enum FirmwareFormat {
  /** Intel HEX: records of text with addresses and checksums. */
  INTEL_HEX("Intel HEX"),
  /** Motorola S-records: the same in another form. */
  S_RECORD("S-records"),
  /** UF2: blocks of 512 bytes, each with an address and up to 476 bytes. */
  UF2("UF2"),
  /** Bytes without addresses. */
  RAW("raw");

  private final String title;

  FirmwareFormat(String title) {
    this.title = title;
  }

  /** What people call it: {@code Intel HEX}. */
  public String title() {
    return title;
  }
}
