package dev.weighbridge.formats.dwarf.lines;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNE_end_sequence;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNE_set_address;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNE_set_discriminator;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_advance_line;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_advance_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_const_add_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_copy;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_fixed_advance_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_negate_stmt;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_set_basic_block;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_set_column;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_set_epilogue_begin;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_set_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_set_isa;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_set_prologue_end;

import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.problems.Diagnostic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a line program, row by row. DWARF 5, 6.2.2 and 6.2.5.
 *
 * <p>Rows come in sequences. Within one, a row is about the code from its address to that of the
 * next row; the row that ends the sequence is about none. Files that a program names while it runs
 * (version 4 and before; no compiler does) are not added to its list. Not for use by several
 * threads.
 */
public final class LineCursor {
  private final DwarfSections sections;
  private final Window window;
  private final int offsetOfSpecial;
  private final int minInstructionLength;
  private final int maxOperations;
  private final boolean isStatementByDefault;
  private final int lineBase;
  private final int lineRange;
  private final int opcodeBase;
  private final int[] operandCounts;
  private long address;
  private int operation;
  private int file;
  private int line;
  private int column;
  private long discriminator;
  private boolean isStatement;
  private boolean isEnd;
  private @Nullable Diagnostic defect;

  LineCursor(DwarfSections sections, LineHeader header) {
    this.sections = sections;
    this.window =
        new Window(sections.bytes(DwarfSection.LINE), header.programStart(), header.end());
    this.minInstructionLength = header.minInstructionLength();
    this.maxOperations = header.maxOperations();
    this.isStatementByDefault = header.isStatementByDefault();
    this.lineBase = header.lineBase();
    this.lineRange = header.lineRange();
    this.opcodeBase = header.opcodeBase();
    this.offsetOfSpecial = 255 - opcodeBase;
    this.operandCounts = new int[opcodeBase];
    for (int i = 1; i < opcodeBase; i++) {
      operandCounts[i] = header.operandCounts().get(i - 1);
    }
    begin();
  }

  private void begin() {
    address = 0;
    operation = 0;
    file = 1;
    line = 1;
    column = 0;
    discriminator = 0;
    isStatement = isStatementByDefault;
    isEnd = false;
  }

  /** Moves to the next row; false at the end of the program, or where it cannot be run further. */
  public boolean next() {
    if (isEnd) {
      begin();
    }
    discriminator = 0;
    while (window.remaining() > 0 && !window.isOverrun() && defect == null) {
      int opcode = window.u8();
      boolean isRow;
      if (opcode >= opcodeBase) {
        isRow = special(opcode);
      } else {
        isRow = opcode == 0 ? extended() : standard(opcode);
      }
      if (isRow && defect == null && !window.isOverrun()) {
        return true;
      }
    }
    if (window.isOverrun()) {
      fail("instructions inside the program", "one that is cut short");
    }
    return false;
  }

  private boolean special(int opcode) {
    if (lineRange == 0) {
      fail("a line range for special opcodes", "a range of 0");
      return false;
    }
    int adjusted = opcode - opcodeBase;
    advance(adjusted / lineRange);
    line += lineBase + adjusted % lineRange;
    return true;
  }

  /** Moves on by operations, of which there may be several in an instruction. DWARF 5, 6.2.5.1. */
  private void advance(long operations) {
    if (maxOperations == 1) {
      address += minInstructionLength * operations;
      return;
    }
    long sum = operation + operations;
    address += minInstructionLength * Long.divideUnsigned(sum, maxOperations);
    operation = (int) Long.remainderUnsigned(sum, maxOperations);
  }

  private boolean standard(int opcode) {
    switch (opcode) {
      case DW_LNS_copy -> {
        return true;
      }
      case DW_LNS_advance_pc -> advance(window.uleb128());
      case DW_LNS_advance_line -> line += (int) window.sleb128();
      case DW_LNS_set_file -> file = limited(window.uleb128());
      case DW_LNS_set_column -> column = limited(window.uleb128());
      case DW_LNS_negate_stmt -> isStatement = !isStatement;
      case DW_LNS_const_add_pc -> constAddPc();
      case DW_LNS_fixed_advance_pc -> {
        address += window.u16();
        operation = 0;
      }
      case DW_LNS_set_basic_block, DW_LNS_set_prologue_end, DW_LNS_set_epilogue_begin -> {}
      case DW_LNS_set_isa -> window.passLeb128();
      default -> {
        for (int i = 0; i < operandCounts[opcode]; i++) {
          window.passLeb128();
        }
      }
    }
    return false;
  }

  private void constAddPc() {
    if (lineRange == 0) {
      fail("a line range for special opcodes", "a range of 0");
    } else {
      advance(offsetOfSpecial / lineRange);
    }
  }

  private static int limited(long number) {
    return number < 0 || number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
  }

  private boolean extended() {
    long length = window.uleb128();
    if (length == 0) {
      return false;
    }
    long end = window.position() + length;
    if (length < 0 || length > window.remaining()) {
      window.skip(length);
      return false;
    }
    switch (window.u8()) {
      case DW_LNE_end_sequence -> isEnd = true;
      case DW_LNE_set_address -> {
        address = window.number((int) Math.min(8, length - 1));
        operation = 0;
      }
      case DW_LNE_set_discriminator -> discriminator = window.uleb128();
      default -> {}
    }
    window.seek(end);
    return isEnd;
  }

  private void fail(String expected, String found) {
    if (defect == null) {
      defect = sections.defect(DwarfSection.LINE, window.position(), expected, found);
    }
  }

  /** Address of the first instruction that the row is about. */
  public long address() {
    return address;
  }

  /** Number of the file, as {@link LineFiles} counts; there need be no such file. */
  public int file() {
    return file;
  }

  /** Line, counted from 1; 0 if the code is from no line. */
  public int line() {
    return line;
  }

  /** Column, counted from 1; 0 if it is not known. */
  public int column() {
    return column;
  }

  /** Which of several blocks of the same line it is; 0 if there are not several. */
  public long discriminator() {
    return discriminator;
  }

  /** Whether a debugger may stop there. */
  public boolean isStatement() {
    return isStatement;
  }

  /** Whether the row ends its sequence: its address is behind the last instruction. */
  public boolean isEndOfSequence() {
    return isEnd;
  }

  /** Why the program was not run to its end; empty if it was, or is not yet. */
  public Optional<Diagnostic> defect() {
    return Optional.ofNullable(defect);
  }

  @Override
  public String toString() {
    return "address " + address + ", file " + file + ", line " + line;
  }
}
