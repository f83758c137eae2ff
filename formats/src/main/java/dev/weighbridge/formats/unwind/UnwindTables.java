package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All unwind tables of an image, read together, because frame records say where exception tables
 * start and the ARM index says where the ARM ones do. Immutable.
 */
public final class UnwindTables {
  private final List<EhFrame> ehFrames;
  private final List<EhFrameHeader> ehFrameHeaders;
  private final List<ArmExceptionIndex> armIndexes;
  private final List<ExceptionTables> exceptionTables;

  private UnwindTables(List<UnwindSection> sections, Starts languageData, Diagnostics diagnostics) {
    List<EhFrame> frames = new ArrayList<>();
    List<EhFrameHeader> headers = new ArrayList<>();
    List<ArmExceptionIndex> indexes = new ArrayList<>();
    for (UnwindSection section : sections) {
      switch (section.role()) {
        case EH_FRAME -> frames.add(EhFrame.read(section, diagnostics));
        case EH_FRAME_HEADER -> headers.add(EhFrameHeader.read(section, diagnostics));
        case ARM_INDEX -> indexes.add(ArmExceptionIndex.read(section, diagnostics));
        case EXCEPTION_TABLES, ARM_TABLES -> {
          // They need the addresses that the others hold.
        }
      }
    }
    ehFrames = List.copyOf(frames);
    ehFrameHeaders = List.copyOf(headers);
    armIndexes = List.copyOf(indexes);
    exceptionTables = tables(sections, languageData, diagnostics);
  }

  /** Reads the sections of an image, in any order. Defects become diagnostics. */
  public static UnwindTables read(List<UnwindSection> sections, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(diagnostics, "diagnostics");
    return new UnwindTables(sections, new Starts(), diagnostics);
  }

  /**
   * Reads the sections of an image that has another way to its exception tables, too: the compact
   * entries of Mach-O.
   *
   * @param addresses where exception tables start by that other way, in any order
   * @param functions start of the function that leads to each, in the same order
   */
  public static UnwindTables read(
      List<UnwindSection> sections, long[] addresses, long[] functions, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(addresses, "addresses");
    Objects.requireNonNull(functions, "functions");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Starts languageData = new Starts();
    for (int i = 0; i < addresses.length; i++) {
      languageData.add(addresses[i], functions[i]);
    }
    return new UnwindTables(sections, languageData, diagnostics);
  }

  private List<ExceptionTables> tables(
      List<UnwindSection> sections, Starts languageData, Diagnostics diagnostics) {
    for (EhFrame frame : ehFrames) {
      for (int row = 0; row < frame.count(); row++) {
        languageData.add(frame.lsda(row), frame.pcBegin(row));
      }
    }
    languageData.sort();
    Starts armTables = new Starts();
    for (ArmExceptionIndex index : armIndexes) {
      for (int row = 0; row < index.count(); row++) {
        armTables.add(index.table(row), index.function(row));
      }
    }
    armTables.sort();
    List<ExceptionTables> found = new ArrayList<>();
    for (UnwindSection section : sections) {
      if (section.role() == UnwindSection.Role.EXCEPTION_TABLES) {
        found.add(
            ExceptionTables.read(
                section, languageData.addresses, languageData.functions, diagnostics));
      } else if (section.role() == UnwindSection.Role.ARM_TABLES) {
        found.add(ExceptionTables.adjoining(section, armTables.addresses, armTables.functions));
      }
    }
    return List.copyOf(found);
  }

  /** The call frame records, one table per section, in the order given. */
  public List<EhFrame> ehFrames() {
    return ehFrames;
  }

  /** The search tables over them, in the order given. */
  public List<EhFrameHeader> ehFrameHeaders() {
    return ehFrameHeaders;
  }

  /** The ARM indexes, in the order given. */
  public List<ArmExceptionIndex> armIndexes() {
    return armIndexes;
  }

  /** The exception tables, those of ARM too, in the order given. */
  public List<ExceptionTables> exceptionTables() {
    return exceptionTables;
  }

  @Override
  public String toString() {
    return ehFrames.size()
        + " call frame sections, "
        + exceptionTables.size()
        + " exception tables";
  }

  /** Where exception tables start and which function leads to each. */
  private static final class Starts {
    private final LongColumn address = new LongColumn(0);
    private final LongColumn function = new LongColumn(0);
    private long[] addresses = new long[0];
    private long[] functions = new long[0];

    void add(long start, long leadingFunction) {
      if (start != Pointers.UNKNOWN) {
        address.add(start);
        function.add(leadingFunction);
      }
    }

    /** Sorts by address; of several functions that share a table, the first one stays. */
    void sort() {
      long[] all = address.freeze();
      long[] owners = function.freeze();
      LongColumn distinct = new LongColumn(all.length);
      LongColumn firstOwner = new LongColumn(all.length);
      int last = -1;
      for (int row : Order.ascending(all, all.length)) {
        if (last < 0 || all[row] != all[last]) {
          distinct.add(all[row]);
          firstOwner.add(owners[row]);
        }
        last = row;
      }
      addresses = distinct.freeze();
      functions = firstOwner.freeze();
    }
  }
}
