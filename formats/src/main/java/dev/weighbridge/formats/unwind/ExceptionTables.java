package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The exception tables (language-specific data areas, LSDA) of a section: {@code .gcc_except_table}
 * of ELF, {@code __gcc_except_tab} of Mach-O.
 *
 * <p>Frame records say where tables start; each table's own header says where it ends, so bytes
 * that only align the next one belong to none. Rows are in the order of the file and do not
 * overlap. Positions count from the start of the image's bytes. Immutable.
 */
public final class ExceptionTables {
  /**
   * One exception table.
   *
   * @param index its row
   * @param fileStart its first byte, in the bytes of the image
   * @param fileEnd its end, exclusive
   * @param function address of the first function whose frame record leads to it
   */
  public record Table(int index, long fileStart, long fileEnd, long function) {}

  private final UnwindSection section;
  private final long[] fileStart;
  private final long[] fileEnd;
  private final long[] function;

  private ExceptionTables(UnwindSection section, long[] start, long[] end, long[] function) {
    this.section = section;
    this.fileStart = start;
    this.fileEnd = end;
    this.function = function;
  }

  /**
   * Finds the tables of a section. Addresses outside the section are passed over; a table that
   * cannot be read reaches to the next one.
   *
   * @param addresses where tables start, ascending, without repetition
   * @param functions start of the function that leads to each, in the same order
   */
  public static ExceptionTables read(
      UnwindSection section, long[] addresses, long[] functions, Diagnostics diagnostics) {
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(addresses, "addresses");
    Objects.requireNonNull(functions, "functions");
    Objects.requireNonNull(diagnostics, "diagnostics");
    ExceptionTables adjoining = adjoining(section, addresses, functions);
    adjoining.trim(diagnostics);
    return adjoining;
  }

  /**
   * Finds the tables of a section whose own bytes do not say where they end ({@code .ARM.extab}):
   * each reaches to the next one, the last to the end of the section.
   *
   * @param addresses where tables start, ascending, without repetition
   * @param functions start of the function that leads to each, in the same order
   */
  public static ExceptionTables adjoining(
      UnwindSection section, long[] addresses, long[] functions) {
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(addresses, "addresses");
    Objects.requireNonNull(functions, "functions");
    LongColumn start = new LongColumn(addresses.length);
    LongColumn owner = new LongColumn(addresses.length);
    for (int i = 0; i < addresses.length; i++) {
      long position = section.positionOf(addresses[i]);
      if (position >= 0) {
        start.add(position);
        owner.add(functions[i]);
      }
    }
    long[] starts = start.freeze();
    long[] ends = new long[starts.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = i + 1 < starts.length ? starts[i + 1] : section.fileEnd();
    }
    return new ExceptionTables(section, starts, ends, owner.freeze());
  }

  /** Ends each table where its header says, if that is before the next one. */
  private void trim(Diagnostics diagnostics) {
    LanguageDataReader reader = new LanguageDataReader(section);
    Complaint malformed = new Complaint("exception tables that end before the next one");
    for (int i = 0; i < fileEnd.length; i++) {
      long end = reader.end(fileStart[i], fileEnd[i]);
      if (end == LanguageDataReader.MALFORMED) {
        malformed.add(fileStart[i]);
      } else {
        fileEnd[i] = Math.min(end, fileEnd[i]);
      }
    }
    malformed.raise(section, diagnostics);
  }

  /** The section the tables come from. */
  public UnwindSection section() {
    return section;
  }

  /** How many tables there are. */
  public int count() {
    return fileStart.length;
  }

  /** First byte of a table. */
  public long fileStart(int row) {
    return fileStart[row];
  }

  /** End of a table, exclusive. */
  public long fileEnd(int row) {
    return fileEnd[row];
  }

  /** Start of the first function whose frame record leads to a table. */
  public long function(int row) {
    return function[row];
  }

  /** One table as an object. */
  public Table row(int index) {
    return new Table(index, fileStart[index], fileEnd[index], function[index]);
  }

  /** All tables as objects. */
  public Stream<Table> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  /** The call sites of a table, read anew from the bytes; as far as they can be read. */
  public List<CallSite> callSites(int row) {
    return List.copyOf(
        new LanguageDataReader(section).callSites(fileStart[row], fileEnd[row], function[row]));
  }

  @Override
  public String toString() {
    return section.name() + ", " + count() + " tables";
  }
}
