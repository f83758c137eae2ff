package dev.weighbridge.rustc;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code -Zprint-type-sizes} prints: a line for a type, and below it, indented, lines
 * for its discriminant, variants, fields and gaps.
 */
final class TypeSizeReader {
  private static final String EXPECTED = "the output of rustc -Zprint-type-sizes";
  private static final String MARK = "print-type-size ";

  private static final Pattern TYPE =
      Pattern.compile("type: `(.*)`: (\\d{1,18}) bytes, alignment: (\\d{1,18}) bytes");
  private static final Pattern BYTES =
      Pattern.compile("\\s+(discriminant|padding|end padding): (\\d{1,18}) bytes");
  private static final Pattern VARIANT = Pattern.compile("\\s+variant `(.*)`: (\\d{1,18}) bytes");
  private static final Pattern FIELD =
      Pattern.compile(
          "\\s+(field|upvar|local) `\\.([^`]*)`: (\\d{1,18}) bytes(, offset: \\d+ bytes)?"
              + "(, alignment: \\d+ bytes)?(?:, type: (.*))?");

  private final PrintedLines lines;
  private final List<TypeSize> types = new ArrayList<>();

  private String name = "";
  private long size;
  private long alignment;
  private long discriminant;
  private long endPadding;
  private List<TypeVariant> variants = new ArrayList<>();

  private String variant = "";
  private long variantSize;
  private List<TypeField> fields = new ArrayList<>();

  /** Whether fields of the type lie over each other, or are counted otherwise, as in futures. */
  private boolean isOverlaid;

  private boolean isInType;
  private boolean isInVariant;

  TypeSizeReader(String name, Bytes text) {
    lines = new PrintedLines(name, text, MARK, EXPECTED);
  }

  List<TypeSize> read() {
    while (lines.next()) {
      line(lines.line());
    }
    lines.requireSome();
    endType();
    return types;
  }

  private void line(String line) {
    if (line.startsWith("type: ")) {
      endType();
      Matcher type = matched(TYPE, line, "type: `name`: N bytes, alignment: N bytes");
      name = type.group(1);
      size = Long.parseLong(type.group(2));
      alignment = Long.parseLong(type.group(3));
      isInType = true;
      return;
    }
    if (!isInType) {
      throw lines.malformed("a type", "'" + line.strip() + "'");
    }
    String what = line.strip();
    if (what.startsWith("variant ")) {
      endVariant();
      Matcher named = matched(VARIANT, line, "variant `name`: N bytes");
      variant = named.group(1);
      variantSize = Long.parseLong(named.group(2));
      isInVariant = true;
    } else if (what.startsWith("field ")
        || what.startsWith("upvar ")
        || what.startsWith("local ")) {
      Matcher field = matched(FIELD, line, "field `.name`: N bytes");
      isOverlaid |= field.group(4) != null || !field.group(1).equals("field");
      String type = field.group(6) == null ? "" : field.group(6);
      fields.add(
          new TypeField(field.group(1), field.group(2), Long.parseLong(field.group(3)), type));
    } else {
      bytes(line);
    }
  }

  private void bytes(String line) {
    Matcher bytes = matched(BYTES, line, "discriminant, variant, field or padding with its bytes");
    long count = Long.parseLong(bytes.group(2));
    switch (bytes.group(1)) {
      case "discriminant" -> discriminant = count;
      case "end padding" -> endPadding = count;
      default -> fields.add(new TypeField(TypeField.PADDING, "", count, ""));
    }
  }

  private Matcher matched(Pattern pattern, String line, String expected) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      String what = line.strip();
      String shown = what.length() > 60 ? "… " + what.substring(what.length() - 58) : what;
      throw lines.malformed(expected, "'" + shown + "'");
    }
    return matcher;
  }

  private void endVariant() {
    if (isInVariant || !fields.isEmpty()) {
      long held = fields.stream().mapToLong(TypeField::size).sum();
      if (!isInVariant) {
        variantSize = held;
      } else if (!isOverlaid && !fields.isEmpty() && held != variantSize) {
        throw incomplete(name + "::" + variant, variantSize, held);
      }
      variants.add(new TypeVariant(variant, variantSize, fields));
    }
    variant = "";
    variantSize = 0;
    isInVariant = false;
    fields = new ArrayList<>();
  }

  private void endType() {
    if (!isInType) {
      return;
    }
    endVariant();
    long longest = variants.stream().mapToLong(TypeVariant::size).max().orElse(0);
    long told = discriminant + longest + endPadding;
    if (!variants.isEmpty() && !isOverlaid && told != size) {
      throw incomplete(name, size, told);
    }
    types.add(new TypeSize(name, size, alignment, discriminant, variants, endPadding));
    discriminant = 0;
    endPadding = 0;
    variants = new ArrayList<>();
    isOverlaid = false;
  }

  /** Either the text ends too early, or lines of crates that were compiled at once are mixed. */
  private MalformedBinaryException incomplete(String what, long expected, long found) {
    return lines.malformed(
        expected + " bytes in the fields of " + what + " above, unmixed as by cargo build -j1",
        found + " bytes");
  }
}
