package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads instructions that objdump has printed, and says where the cursor says something else. Lines
 * that follow each other without a gap are read as one piece of code.
 */
final class ObjdumpCheck {
  /** Large programs are one piece of code from end to end, too long to keep. */
  private static final int LONG_RUN = 50_000;

  /** Machines of which objdump adds up addresses that several instructions form. */
  private static final Set<String> NAMED = Set.of("riscv64", "riscv32", "i386");

  /** Machines of which it names none. */
  private static final Set<String> UNNAMED = Set.of("powerpc64", "loongarch64");

  private static final Pattern NUMBER = Pattern.compile("-?0x[0-9a-f]+");

  private final String machine;
  private final InstructionCursor cursor;
  private final @Nullable BinaryImage image;
  private final CodeMarks marks;
  private final Set<Long> pages = new HashSet<>();
  private final List<ObjdumpLine> run = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private long compared;
  private long edges;
  private long missed;
  private long invented;

  ObjdumpCheck(String machine) {
    this.machine = machine;
    boolean isLittleEndian = !machine.equals("s390x") && !machine.equals("powerpc64");
    int bits = machine.equals("i386") ? 32 : 64;
    cursor =
        InstructionSets.cursor(Machine.of(new Architecture(machine), bits, isLittleEndian))
            .orElseThrow();
    image = null;
    marks = CodeMarks.NONE;
  }

  /** A check of the code of an image, which tells more than its machine. */
  ObjdumpCheck(BinaryImage image) {
    machine = image.machine().name();
    cursor = InstructionSets.cursor(image).orElseThrow();
    this.image = image;
    marks = CodeMarks.of(image);
  }

  /** Takes the next line, whatever it is. */
  void line(String text) {
    ObjdumpLine.more(text).ifPresent(this::goOn);
    ObjdumpLine.parse(text).ifPresent(this::add);
  }

  /** Bytes that go on with an instruction which objdump does not know are of no use either. */
  private void goOn(byte[] bytes) {
    if (!run.isEmpty()) {
      run.add(run.remove(run.size() - 1).with(bytes));
    }
  }

  private void add(ObjdumpLine line) {
    if (!run.isEmpty() && end(run.get(run.size() - 1)) != line.address()) {
      finish();
    }
    run.add(line);
    if (line.isUnknown()) {
      run.remove(run.size() - 1);
      finish();
    } else if (run.size() >= LONG_RUN && ObjdumpFlow.of(machine, line) == Flow.RETURN) {
      finish();
    }
  }

  private static long end(ObjdumpLine line) {
    return line.address() + line.code().length;
  }

  /** Compares what has been collected. */
  void finish() {
    int length = run.stream().mapToInt(line -> line.code().length).sum();
    byte[] code = new byte[length + InstructionCursor.SLACK];
    int at = 0;
    for (ObjdumpLine line : run) {
      System.arraycopy(line.code(), 0, code, at, line.code().length);
      at += line.code().length;
    }
    cursor.start(code, 0, length, run.isEmpty() ? 0 : run.get(0).address());
    at = 0;
    for (ObjdumpLine line : run) {
      compared++;
      if (!cursor.next() || cursor.length() != line.code().length) {
        differences.add(line + ": length " + cursor.length());
        at += line.code().length;
        cursor.start(code, at, length, end(line));
        continue;
      }
      at += line.code().length;
      check(line);
    }
    run.clear();
  }

  private void check(ObjdumpLine line) {
    if (machine.equals("arm")) {
      checkArm(line);
      return;
    }
    int flow = ObjdumpFlow.of(machine, line);
    boolean isJumpByRegister = line.mnemonic().matches("jalr|jr|jirl");
    boolean isNowhere = line.comment().equals(OptionalLong.of(0)); // a weak name
    if (isJumpByRegister && line.comment().isPresent() && !isNowhere) {
      // What AUIPC has begun: the address is known, so it is as good as one that is said.
      // It may also be known as where the table begins that the jump leads into.
      OptionalLong found = target().isPresent() ? target() : mayRefer();
      compare(line, "target", found, line.comment());
      return;
    }
    boolean isFarJump = isJumpByRegister && cursor.hasTarget();
    if (cursor.flow() != flow && !isFarJump) {
      differences.add(line + ": flow " + cursor.flow() + " for " + flow);
    }
    boolean isBranch = flow == Flow.BRANCH || flow == Flow.CONDITIONAL || flow == Flow.CALL;
    boolean hasTarget = isBranch && !isJumpByRegister;
    OptionalLong told = machine.equals("loongarch64") ? line.comment() : line.target();
    OptionalLong target = hasTarget ? told : OptionalLong.empty();
    if (!isFarJump) {
      compare(line, "target", target(), target);
    }
    if (image != null && NAMED.contains(machine)) {
      checkFormed(line);
    } else if (!UNNAMED.contains(machine) && isResolved(line)) {
      compare(line, "reference", reference(), reference(line));
    }
  }

  /** Objdump tells branches and literals; what a literal or a register holds, it does not add. */
  private void checkArm(ObjdumpLine line) {
    int flow = ObjdumpFlow.of(machine, line);
    boolean isBranch = flow == Flow.BRANCH || flow == Flow.CONDITIONAL || flow == Flow.CALL;
    boolean isByRegister = line.mnemonic().startsWith("bx") || line.mnemonic().equals("blx");
    boolean isTold = isBranch && line.target().isPresent();
    if (isTold) {
      compare(line, "target", target(), line.target());
    } else if (cursor.hasTarget() && !isByRegister && !line.operands().contains("pc")) {
      differences.add(line + ": target for none");
    }
    if (flow != cursor.flow() && !(cursor.hasTarget() && !isTold)) {
      differences.add(line + ": flow " + cursor.flow() + " for " + flow);
    }
    boolean isLiteral = line.operands().contains("[pc, #") || line.operands().contains("[pc]");
    if (isLiteral && line.mnemonic().startsWith("ldr") && !line.operands().startsWith("pc")) {
      long literal = line.comment().orElseThrow();
      OptionalLong found = mayRefer();
      if (found.isEmpty() || found.getAsLong() != literal) {
        compare(line, "literal", found, OptionalLong.of(word(literal)));
      }
    }
  }

  /** What objdump names of the image is told, and nothing is sure that it does not name. */
  private void checkFormed(ObjdumpLine line) {
    if (machine.equals("i386") && image.isFixed()) {
      checkNumbers(line);
      return;
    }
    if (machine.equals("i386") && cursor.isReferenceSure() && countsFromTable(line)) {
      edges++;
      return;
    }
    boolean isInside = line.comment().isPresent() && word(line.comment().getAsLong()) != -1;
    if (line.mnemonic().equals("mv")) {
      return; // an address whose low bits are zero
    }
    long named = line.comment().orElse(0);
    boolean isConstant = line.mnemonic().equals("addiw") || !marks.mayBeAddress(named);
    if (isInside && !isConstant && !cursor.hasTarget()) {
      OptionalLong found = mayRefer();
      compare(line, "reference", found, line.comment());
      pages.add(page(line.comment().getAsLong()));
    } else if (cursor.isReferenceSure()
        && word(cursor.reference()) != -1
        && !pages.contains(page(cursor.reference()))) {
      compare(line, "reference", reference(), line.comment());
    }
  }

  /**
   * Of an address that stands in an instruction objdump prints no comment: all numbers of four
   * bytes count that lie in the image, where that lies so high that no others do.
   */
  private void checkNumbers(ObjdumpLine line) {
    Set<Long> expected = new HashSet<>();
    Matcher number = NUMBER.matcher(line.operands());
    while (number.find()) {
      long value = Long.parseLong(number.group().replace("0x", ""), 16) & 0xFFFF_FFFFL;
      boolean isBranch = number.start() == 0 && cursor.hasTarget();
      if (!isBranch && isInside(value) && holds(line.code(), (int) value)) {
        expected.add(value);
      }
    }
    Set<Long> found = new HashSet<>();
    if (cursor.isReferenceSure()) {
      found.add(cursor.reference());
    }
    if (cursor.hasOther()) {
      found.add(cursor.other());
    }
    for (long value : expected) {
      OptionalLong told = found.remove(value) ? OptionalLong.of(value) : OptionalLong.empty();
      compare(line, "reference", told, OptionalLong.of(value));
    }
    for (long value : found) {
      compare(line, "reference", OptionalLong.of(value), OptionalLong.empty());
    }
  }

  /** Where code can be moved, objdump prints how far it is from the global offset table. */
  private boolean countsFromTable(ObjdumpLine line) {
    long table = -1;
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      boolean isTable = section.name().equals(".got.plt");
      table = isTable || (section.name().equals(".got") && table < 0) ? section.address() : table;
    }
    long distance = cursor.reference() - table;
    String printed = (distance < 0 ? "-0x" : "0x") + Long.toHexString(Math.abs(distance)) + "(";
    return table >= 0 && line.operands().contains(printed);
  }

  private static boolean holds(byte[] code, int value) {
    for (int at = 0; at + 4 <= code.length; at++) {
      int word = 0;
      for (int i = 3; i >= 0; i--) {
        word = (word << 8) | (code[at + i] & 0xFF);
      }
      if (word == value) {
        return true;
      }
    }
    return false;
  }

  private boolean isInside(long address) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      long offset = address - section.address();
      if (section.isLoaded() && offset >= 0 && offset < section.memorySize()) {
        return true;
      }
    }
    return false;
  }

  /** What the first part of an address says, of which objdump names the first use only. */
  private static long page(long address) {
    return (address + 0x800) >>> 12;
  }

  private long word(long address) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      long offset = address - section.address();
      if (section.isLoaded() && offset >= 0 && offset < section.fileEnd() - section.fileStart()) {
        return image.bytes().u32(section.fileStart() + offset);
      }
    }
    return -1;
  }

  private OptionalLong target() {
    return cursor.hasTarget() ? OptionalLong.of(cursor.target()) : OptionalLong.empty();
  }

  private OptionalLong reference() {
    return cursor.isReferenceSure() ? OptionalLong.of(cursor.reference()) : OptionalLong.empty();
  }

  private OptionalLong mayRefer() {
    return cursor.hasReference() ? OptionalLong.of(cursor.reference()) : OptionalLong.empty();
  }

  private void compare(ObjdumpLine line, String what, OptionalLong found, OptionalLong expected) {
    edges += expected.isPresent() ? 1 : 0;
    missed += expected.isPresent() && !found.equals(expected) ? 1 : 0;
    invented += found.isPresent() && !found.equals(expected) ? 1 : 0;
    if (!found.equals(expected)) {
      String text = found.isPresent() ? Long.toHexString(found.getAsLong()) : "none";
      differences.add(line + ": " + what + " " + text + " for " + expected);
    }
  }

  /** Objdump does not add the low bits to a page of AArch64. */
  private boolean isResolved(ObjdumpLine line) {
    return !machine.equals("aarch64") || !(line.operands().contains("[") || isAddition(line));
  }

  private static boolean isAddition(ObjdumpLine line) {
    return line.mnemonic().equals("add");
  }

  /** The address that an instruction forms, as far as objdump says. */
  private OptionalLong reference(ObjdumpLine line) {
    return switch (machine) {
      case "x86_64" -> line.operands().contains("(%rip)") ? line.comment() : OptionalLong.empty();
      case "riscv64" -> line.comment();
      case "s390x" -> isRelative(line.mnemonic()) ? line.target() : OptionalLong.empty();
      case "aarch64" -> isLiteral(line.mnemonic()) ? line.target() : OptionalLong.empty();
      default -> OptionalLong.empty();
    };
  }

  /** What ends in {@code rl} loads, stores or compares; two of them execute or fetch ahead. */
  private static boolean isRelative(String mnemonic) {
    return mnemonic.equals("larl")
        || (mnemonic.endsWith("rl") && !mnemonic.matches("exrl|pfdrl|brasl|brcl|srl|csrl"));
  }

  private static boolean isLiteral(String mnemonic) {
    return mnemonic.matches("adr|ldr|ldrsw|prfm");
  }

  /** How many branches, and addresses formed, objdump tells. */
  long edges() {
    return edges;
  }

  /** How many of them the cursor does not tell. */
  long missed() {
    return missed;
  }

  /** How many more it tells. */
  long invented() {
    return invented;
  }

  /** How many instructions were compared. */
  long compared() {
    return compared;
  }

  /** Where the cursor says something else. */
  List<String> differences() {
    return differences;
  }
}
