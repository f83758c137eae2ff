package dev.weighbridge.formats.ar;

/** Names and numbers of archives, in the spelling of {@code ar.h} and {@code ranlib.h}. */
public final class ArConstants {
  /** What an archive begins with. */
  public static final String ARMAG = "!<arch>\n";

  /** What a thin archive begins with: it names its members, which are files of their own. */
  public static final String THIN_MAG = "!<thin>\n";

  /** What an archive of AIX begins with, whose members are chained by offsets. */
  public static final String AIX_MAG = "<bigaf>\n";

  /** Bytes of a magic. */
  public static final int SARMAG = 8;

  /** What a member header ends with. */
  public static final String ARFMAG = "`\n";

  /** Bytes of a member header. */
  public static final int MEMBER_HEADER_SIZE = 60;

  /** GNU: the symbol index; the second member of that name is Microsoft's second linker member. */
  public static final String GNU_INDEX = "/";

  /** GNU: the symbol index with 64-bit offsets. */
  public static final String GNU_INDEX_64 = "/SYM64/";

  /** GNU and Microsoft: the names that do not fit in headers. */
  public static final String GNU_NAMES = "//";

  /** BSD: before the length of a name that begins the member's content. */
  public static final String BSD_NAME = "#1/";

  /** BSD: the symbol index; names that go on after it are indices too. */
  public static final String BSD_INDEX = "__.SYMDEF";

  /** BSD: the symbol index with 64-bit offsets. */
  public static final String BSD_INDEX_64 = "__.SYMDEF_64";

  private ArConstants() {}
}
