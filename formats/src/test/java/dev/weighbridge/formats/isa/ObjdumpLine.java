package dev.weighbridge.formats.isa;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One instruction as {@code objdump -d} prints it. */
final class ObjdumpLine {
  private static final Pattern LINE =
      Pattern.compile("\\s*([0-9a-f]{1,16}):\\t((?:(?:[0-9a-f]{2})+ ?)+?)\\s*(?:\\t(.*))?");
  private static final Pattern REMARK = Pattern.compile("(?:<|//).*");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern COMMENTED = Pattern.compile(" ?(?:#|@) .*");
  private static final Pattern HINT = Pattern.compile(",p[nt]$");
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:rex\\S*|bnd|notrack|data16|cs|ds|es|fs|gs|ss|addr32|rep|repz|repnz|lock) )+");
  private static final Pattern COMMENT = Pattern.compile("[#@] \\(?(?:0x)?([0-9a-f]{1,16})$");
  private static final Pattern LAST = Pattern.compile("(?:^|[ ,])(?:0x)?([0-9a-f]{1,16})$");

  private final long address;
  private final byte[] code;
  private final String mnemonic;
  private final String operands;
  private final OptionalLong comment;

  private ObjdumpLine(
      long address, byte[] code, String mnemonic, String operands, OptionalLong comment) {
    this.address = address;
    this.code = code;
    this.mnemonic = mnemonic;
    this.operands = operands;
    this.comment = comment;
  }

  long address() {
    return address;
  }

  byte[] code() {
    return code;
  }

  /** The mnemonic without prefixes and hints. */
  String mnemonic() {
    return mnemonic;
  }

  /** The operands without what stands in angle brackets. */
  String operands() {
    return operands;
  }

  /** The address behind {@code #}, if there is one. */
  OptionalLong comment() {
    return comment;
  }

  /** Reads a line; empty if it is none, or goes on with the bytes of the line before. */
  static Optional<ObjdumpLine> parse(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches() || found.group(3) == null) {
      return Optional.empty();
    }
    String text = REMARK.matcher(found.group(3)).replaceAll("");
    text = PREFIX.matcher(SPACE.matcher(text).replaceAll(" ").strip()).replaceFirst("");
    Matcher comment = COMMENT.matcher(text);
    boolean hasComment = comment.find();
    String[] words = COMMENTED.matcher(text).replaceAll("").split(" ", 2);
    return Optional.of(
        new ObjdumpLine(
            Long.parseUnsignedLong(found.group(1), 16),
            bytes(found.group(2)),
            HINT.matcher(words[0]).replaceAll(""),
            words.length > 1 ? words[1].strip() : "",
            hasComment ? hex(comment) : OptionalLong.empty()));
  }

  /** The bytes of a line that goes on with those of the line before; empty if it does not. */
  static Optional<byte[]> more(String line) {
    if (line.indexOf('\t') != line.lastIndexOf('\t')) {
      return Optional.empty();
    }
    Matcher found = LINE.matcher(line);
    boolean isMore = found.matches() && found.group(3) == null;
    return isMore ? Optional.of(bytes(found.group(2))) : Optional.empty();
  }

  /** Single bytes stand in their order, longer words with the highest byte first. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String word : text.strip().split(" ", -1)) {
      byte[] parsed = HexFormat.of().parseHex(word);
      for (int i = parsed.length - 1; i >= 0; i--) {
        bytes.write(parsed[i]);
      }
    }
    return bytes.toByteArray();
  }

  private static OptionalLong hex(Matcher found) {
    return OptionalLong.of(Long.parseUnsignedLong(found.group(1), 16));
  }

  /** The address that the operands end with, which is where a branch leads. */
  OptionalLong target() {
    Matcher found = LAST.matcher(operands);
    return found.find() ? hex(found) : OptionalLong.empty();
  }

  /** Whether objdump knows no such instruction. */
  boolean isUnknown() {
    return mnemonic.startsWith(".")
        || mnemonic.equals("(bad)")
        || mnemonic.startsWith("rex")
        || operands.contains("(bad)")
        || operands.contains("undefined");
  }

  /** The same with more bytes. */
  ObjdumpLine with(byte[] more) {
    byte[] all = Arrays.copyOf(code, code.length + more.length);
    System.arraycopy(more, 0, all, code.length, more.length);
    return new ObjdumpLine(address, all, mnemonic, operands, comment);
  }

  @Override
  public String toString() {
    String bytes = HexFormat.of().formatHex(code);
    return Long.toHexString(address) + " " + bytes + " " + mnemonic + " " + operands;
  }
}
