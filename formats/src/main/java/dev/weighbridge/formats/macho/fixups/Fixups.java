package dev.weighbridge.formats.macho.fixups;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pointers that the dynamic linker fills in: by opcodes ({@code LC_DYLD_INFO}) or by chains
 * through the data ({@code LC_DYLD_CHAINED_FIXUPS}). loader.h, fixup-chains.h.
 *
 * <p>Both are one table here: each row is a place that gets either an address of this image or that
 * of an import. A second one, the pieces, says which bytes of the file's tables are for what.
 * Immutable.
 */
public final class Fixups {
  /**
   * One fixup.
   *
   * @param index its row
   * @param place address of the pointer
   * @param target the address it will hold, or -1 if it gets an import
   * @param importRow row of the import in {@link Fixups#imports}, or -1 if it gets none
   * @param addend what is added to the address of the import
   */
  public record Fixup(int index, long place, long target, int importRow, long addend) {}

  private final long[] place;
  private final long[] target;
  private final int[] importRow;
  private final long[] addend;
  private final Imports imports;
  private final byte[] piece;
  private final long[] pieceStart;
  private final long[] pieceEnd;
  private final int[] pieceImport;
  private final int[] pieceFixup;
  private volatile int @Nullable [] byPlace;

  private Fixups(FixupsBuilder builder) {
    place = builder.place.freeze();
    target = builder.target.freeze();
    importRow = builder.importRow.freeze();
    addend = builder.addend.freeze();
    imports = new Imports(builder);
    piece = builder.piece.freeze();
    pieceStart = builder.pieceStart.freeze();
    pieceEnd = builder.pieceEnd.freeze();
    pieceImport = builder.pieceImport.freeze();
    pieceFixup = builder.pieceFixup.freeze();
  }

  /**
   * Reads the tables of a file.
   *
   * @param segments the segments that fixups count in by their numbers
   * @param opcodes the command that places the older form, null if there is none
   * @param chained where the newer form lies, of size 0 if there is none
   * @param base address of the header, which offsets count from
   */
  @SuppressWarnings("exports")
  public static Fixups read(
      Bytes file,
      MachOHeader header,
      List<MachOSegment> segments,
      LoadCommand.@Nullable DyldInfo opcodes,
      LoadCommand.Range chained,
      long base,
      Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(segments, "segments");
    Objects.requireNonNull(chained, "chained");
    Objects.requireNonNull(diagnostics, "diagnostics");
    FixupsBuilder builder = new FixupsBuilder(file, header, segments, diagnostics);
    if (opcodes != null) {
      FixupOpcodes.read(builder, FixupPiece.REBASE, opcodes.rebase(), base);
      FixupOpcodes.read(builder, FixupPiece.BIND, opcodes.bind(), base);
      FixupOpcodes.read(builder, FixupPiece.WEAK_BIND, opcodes.weakBind(), base);
      FixupOpcodes.read(builder, FixupPiece.LAZY_BIND, opcodes.lazyBind(), base);
    }
    if (chained.size() > 0) {
      ChainedFixupsReader.read(builder, chained, base);
    }
    return new Fixups(builder);
  }

  /** How many fixups there are. */
  public int count() {
    return place.length;
  }

  /** Address of the pointer. */
  public long place(int row) {
    return place[row];
  }

  /** The address it will hold, or -1 if it gets an import. */
  public long target(int row) {
    return target[row];
  }

  /** Row of the import it gets, or -1 if it gets none. */
  public int importRow(int row) {
    return importRow[row];
  }

  /** What is added to the address of the import. */
  public long addend(int row) {
    return addend[row];
  }

  /** The imports, in the order in which the file names them. */
  public Imports imports() {
    return imports;
  }

  /** The first fixup of the pointer at an address, or -1 if it has none. */
  public int at(long address) {
    int[] rows = byPlace();
    int first = Order.firstAt(place, rows, address);
    return first < 0 ? -1 : rows[first];
  }

  private int[] byPlace() {
    int[] known = byPlace;
    if (known == null) {
      known = Order.ascending(place, place.length);
      byPlace = known;
    }
    return known;
  }

  /** One fixup as an object. */
  public Fixup row(int row) {
    return new Fixup(row, place[row], target[row], importRow[row], addend[row]);
  }

  /** All fixups as objects. */
  public Stream<Fixup> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  /** How many pieces of the file's tables there are. */
  public int pieceCount() {
    return piece.length;
  }

  /** What the bytes of a piece are. */
  public FixupPiece piece(int index) {
    return FixupPiece.of(piece[index]);
  }

  /** First byte of a piece in the file. */
  public long pieceStart(int index) {
    return pieceStart[index];
  }

  /** End of a piece in the file, exclusive. */
  public long pieceEnd(int index) {
    return pieceEnd[index];
  }

  /** Row of the import that a piece is for, or -1. */
  public int pieceImport(int index) {
    return pieceImport[index];
  }

  /** The first fixup that a piece states, or -1. */
  public int pieceFixup(int index) {
    return pieceFixup[index];
  }

  @Override
  public String toString() {
    return count() + " fixups";
  }
}
