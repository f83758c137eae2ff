package dev.weighbridge.formats.internal.debug;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.DenseIds;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongToIntFunction;

/**
 * States the functions that debug information names as symbols, for images whose own symbols are
 * gone. Each is called as the linker would, else by its place in the source: {@code
 * art::Brush::stroke}, {@code app::Row<u32>::sum<u8>}. A function in pieces has one symbol for
 * each.
 */
public final class FunctionSymbols {
  private final InlineTable table;
  private final ImageBuilder image;
  private final LongToIntFunction section;

  /** Where functions with a symbol begin. */
  private final DenseIds named = new DenseIds();

  /** Where the names begin that had to be made, by function; -1 for all others. */
  private final int[] madeStart;

  private final int[] madeLength;
  private final Bytes made;

  private FunctionSymbols(InlineTable table, ImageBuilder image, LongToIntFunction section) {
    this.table = table;
    this.image = image;
    this.section = section;
    FunctionNames names = table.functions();
    madeStart = new int[names.count()];
    madeLength = new int[names.count()];
    Arrays.fill(madeStart, -1);
    made = make(names);
    for (int row = 0; row < image.symbolCount(); row++) {
      named.add(image.symbolAddress(row));
    }
  }

  /**
   * States those that begin where no symbol does.
   *
   * @param section the row of the section that an address is in
   */
  public static void state(ImageBuilder image, DebugInformation debug, LongToIntFunction section) {
    if (debug.isPresent()) {
      new FunctionSymbols(debug.inlines(), image, section).state();
    }
  }

  private void state() {
    for (int scope = 0; scope < table.count(); scope++) {
      int end = table.firstRange(scope + 1);
      for (int range = table.firstRange(scope); range < end && isOnItsOwn(scope); range++) {
        state(table.function(scope), table.rangeStart(range), table.rangeEnd(range));
      }
    }
  }

  private boolean isOnItsOwn(int scope) {
    return !table.isInlined(scope) && table.parent(scope) < 0;
  }

  private void state(int function, long start, long end) {
    Texts linkage = table.functions().linkageNames();
    boolean isMade = madeStart[function] >= 0;
    int length = isMade ? madeLength[function] : linkage.length(function);
    if (length > 0 && !named.contains(start)) {
      image.symbol(
          start,
          end - start,
          section.applyAsInt(start),
          SymbolType.FUNCTION,
          SymbolBinding.LOCAL,
          SymbolSource.DEBUG_INFORMATION,
          isMade ? made : linkage.bytes(function),
          isMade ? madeStart[function] : linkage.start(function),
          length);
    }
  }

  /** Makes the names of functions that have none for linkers. */
  private Bytes make(FunctionNames names) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    boolean[] isSeen = new boolean[names.count()];
    for (int scope = 0; scope < table.count(); scope++) {
      int function = table.function(scope);
      if (isOnItsOwn(scope) && !isSeen[function] && names.linkageNames().length(function) == 0) {
        byte[] name = names.qualifiedName(function).getBytes(StandardCharsets.UTF_8);
        madeStart[function] = all.size();
        madeLength[function] = name.length;
        all.writeBytes(name);
      }
      isSeen[function] |= isOnItsOwn(scope);
    }
    return Bytes.of(all.toByteArray());
  }
}
