package dev.weighbridge.formats.macho.headers;

/** Versions as load commands pack them. */
public final class MachOVersion {
  private MachOVersion() {}

  /** A version of 16, 8 and 8 bits as text: {@code 11.0}, {@code 10.15.4}. */
  public static String text(int version) {
    int patch = version & 0xFF;
    String text = (version >>> 16) + "." + (version >>> 8 & 0xFF);
    return patch == 0 ? text : text + "." + patch;
  }

  /** A source version of 24 and four times 10 bits as text, without zeros at its end but two. */
  public static String sourceText(long version) {
    StringBuilder text = new StringBuilder();
    text.append(version >>> 40).append('.').append(version >>> 30 & 0x3FF);
    long rest = version & 0x3FFF_FFFFL;
    for (int shift = 20; rest != 0; shift -= 10) {
      text.append('.').append(rest >>> shift & 0x3FF);
      rest &= (1L << shift) - 1;
    }
    return text.toString();
  }
}
