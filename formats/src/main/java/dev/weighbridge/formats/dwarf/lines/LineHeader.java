package dev.weighbridge.formats.dwarf.lines;

import dev.weighbridge.formats.dwarf.Encoding;
import java.util.List;
import java.util.Objects;

/**
 * The header of a line program. DWARF 5, 6.2.4.
 *
 * @param start first byte in the section of line programs
 * @param programStart where its instructions begin
 * @param end end of the program, exclusive
 * @param encoding how its numbers are written
 * @param minInstructionLength bytes of the shortest instruction of the machine
 * @param maxOperations of an instruction; 1 but for machines with long instruction words
 * @param isStatementByDefault whether rows begin statements unless it is said otherwise
 * @param lineBase the least that a special opcode adds to the line
 * @param lineRange how many different numbers special opcodes add to the line
 * @param opcodeBase the first special opcode
 * @param operandCounts how many operands each standard opcode has, from 1
 */
public record LineHeader(
    long start,
    long programStart,
    long end,
    Encoding encoding,
    int minInstructionLength,
    int maxOperations,
    boolean isStatementByDefault,
    int lineBase,
    int lineRange,
    int opcodeBase,
    List<Integer> operandCounts) {

  /** Copies the list. */
  public LineHeader {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(operandCounts, "operandCounts");
    operandCounts = List.copyOf(operandCounts);
  }
}
