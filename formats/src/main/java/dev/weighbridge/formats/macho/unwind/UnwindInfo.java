package dev.weighbridge.formats.macho.unwind;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How to unwind each function, in 32 bits: the section {@code __unwind_info}.
 * compact_unwind_encoding.h.
 *
 * <p>Neighbours with the same encoding share an entry, so an entry may stand for several functions.
 * Entries are in ascending order of their addresses, by pages of either kind. A second table has
 * the addresses of exception tables. Immutable.
 */
public final class UnwindInfo {
  /**
   * One entry.
   *
   * @param index its row
   * @param function address of the first function it is for
   * @param encoding how to unwind, in the machine's own bits; 0 if that cannot be told
   * @param fileStart first byte in the file
   * @param fileEnd end in the file, exclusive
   */
  public record Entry(int index, long function, int encoding, long fileStart, long fileEnd) {}

  private final byte[] piece;
  private final long[] fileStart;
  private final long[] fileEnd;
  private final long[] function;
  private final int[] encoding;
  private final long[] lsda;
  private final long[] lsdaFunction;

  private UnwindInfo(UnwindInfoReader reader) {
    piece = reader.piece.freeze();
    fileStart = reader.fileStart.freeze();
    fileEnd = reader.fileEnd.freeze();
    function = reader.function.freeze();
    encoding = reader.encoding.freeze();
    lsda = reader.lsda.freeze();
    lsdaFunction = reader.lsdaFunction.freeze();
  }

  /**
   * Reads a section.
   *
   * @param content its bytes
   * @param fileStart file offset of its first byte
   * @param base the address that offsets count from
   */
  public static UnwindInfo read(Bytes content, long fileStart, long base, Diagnostics diagnostics) {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(diagnostics, "diagnostics");
    UnwindInfoReader reader = new UnwindInfoReader(content, fileStart, base, diagnostics);
    reader.read();
    return new UnwindInfo(reader);
  }

  /** How many pieces the section has, entries included, in the order read. */
  public int pieceCount() {
    return piece.length;
  }

  /** What a piece is. */
  public UnwindPiece piece(int index) {
    return UnwindPiece.of(piece[index]);
  }

  /** First byte of a piece in the file. */
  public long fileStart(int index) {
    return fileStart[index];
  }

  /** End of a piece in the file, exclusive. */
  public long fileEnd(int index) {
    return fileEnd[index];
  }

  /** Address of the function a piece is for, -1 if it is for none in particular. */
  public long function(int index) {
    return function[index];
  }

  /** How to unwind, of an entry; else 0. */
  public int encoding(int index) {
    return encoding[index];
  }

  /** Addresses of exception tables, in the order of their functions. */
  public long[] languageData() {
    return lsda.clone();
  }

  /** The function that leads to each address of {@link #languageData}. */
  public long[] languageDataFunctions() {
    return lsdaFunction.clone();
  }

  /** All entries as objects. */
  public Stream<Entry> entries() {
    return IntStream.range(0, pieceCount())
        .filter(i -> piece(i) == UnwindPiece.ENTRY)
        .mapToObj(i -> new Entry(i, function[i], encoding[i], fileStart[i], fileEnd[i]));
  }

  @Override
  public String toString() {
    return pieceCount() + " pieces";
  }
}
