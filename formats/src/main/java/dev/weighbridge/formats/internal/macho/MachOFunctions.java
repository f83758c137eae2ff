package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.CPU_TYPE_ARM;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.functions.FunctionStarts;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.macho.unwind.UnwindInfo;
import dev.weighbridge.formats.macho.unwind.UnwindPiece;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * States from where to where functions reach, stripped or not.
 *
 * <p>The file says where they start, or else unwind entries do. Each reaches to the next start, the
 * next symbol that begins something, or the end of its section, whichever comes first; where call
 * frame records tell its end, what lies between is its jump tables or filler.
 */
final class MachOFunctions {
  private final MachOFile macho;
  private final ImageBuilder image;
  private @Nullable MachOSection last;

  MachOFunctions(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
  }

  void state() {
    FunctionStarts starts = macho.functionStarts();
    int label = image.label("function start");
    for (int row = 0; row < starts.count(); row++) {
      Work.checkAt(row);
      long start = starts.fileStart(row);
      long size = starts.fileStart(row + 1) - start;
      image.structure(
          label, Kind.LINKING, start, size, Subject.ADDRESS, withoutThumbBit(starts.address(row)));
    }
    extents(starts.count() > 0 ? addresses(starts) : compactStarts());
  }

  private long withoutThumbBit(long address) {
    return macho.header().cpuType() == CPU_TYPE_ARM ? address & ~1L : address;
  }

  private long[] addresses(FunctionStarts starts) {
    return starts.stream().map(this::withoutThumbBit).toArray();
  }

  /** Where compact unwind entries begin: some of the functions of a file that lists none. */
  private long[] compactStarts() {
    UnwindInfo compact = macho.unwindInfo();
    return IntStream.range(0, compact.pieceCount())
        .filter(i -> compact.piece(i) == UnwindPiece.ENTRY)
        .mapToLong(compact::function)
        .toArray();
  }

  private void extents(long[] starts) {
    long[] borders = borders();
    int next = 0;
    for (int row = 0; row < starts.length; row++) {
      Work.checkAt(row);
      long address = starts[row];
      MachOSection home = home(address);
      if (home == null) {
        continue;
      }
      long end = home.address() + home.memorySize();
      if (row + 1 < starts.length) {
        end = Math.min(end, starts[row + 1]);
      }
      while (next < borders.length && borders[next] <= address) {
        next++;
      }
      end = next < borders.length ? Math.min(end, borders[next]) : end;
      long position = home.fileSize() == 0 ? -1 : home.offset() + (address - home.address());
      image.function(address, end - address, position, ExtentEvidence.FUNCTION_STARTS);
    }
  }

  /** The section with code that holds an address, or {@code null}. */
  private @Nullable MachOSection home(long address) {
    if (last != null && last.contains(address)) {
      return last;
    }
    for (MachOSection section : macho.sections()) {
      if (section.isExecutable() && section.contains(address)) {
        last = section;
        return section;
      }
    }
    return null;
  }

  /** The addresses at which symbols begin something, ascending. */
  private long[] borders() {
    MachOSymbolTable symbols = macho.symbolTable();
    List<MachOSection> sections = macho.sections();
    LongColumn found = new LongColumn(symbols.count());
    for (int row = 0; row < symbols.count(); row++) {
      Work.checkAt(row);
      int section = symbols.section(row) - 1;
      boolean isCode =
          symbols.isDefined(row)
              && !symbols.isAlternateEntry(row)
              && section >= 0
              && section < sections.size()
              && sections.get(section).isExecutable();
      if (isCode) {
        found.add(symbols.value(row));
      }
    }
    long[] addresses = found.freeze();
    long[] sorted = new long[addresses.length];
    int[] order = Order.ascending(addresses, addresses.length);
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = addresses[order[i]];
    }
    return sorted;
  }
}
