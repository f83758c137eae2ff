package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.isa.AddressRanges;
import dev.weighbridge.formats.isa.CodeMarks;
import dev.weighbridge.formats.isa.OffsetTable;
import java.util.HashMap;
import java.util.Map;

/** What code of 32-bit x86 has to know of its image: what lies at an address. */
final class I386Place {
  /** It is no function that tells a register where it was called from. */
  static final int NONE = -1;

  private final BinaryImage image;
  private final CodeMarks marks;
  private final AddressRanges loaded;
  private final OffsetTable table;
  private final Map<Long, Integer> thunks = new HashMap<>();

  I386Place(BinaryImage image) {
    this.image = image;
    marks = CodeMarks.of(image);
    loaded = AddressRanges.ofLoaded(image);
    table = OffsetTable.of(image);
  }

  /** Address of the global offset table; 0 if there is none. */
  long offsetTable() {
    return table.base();
  }

  boolean isFixed() {
    return image.isFixed();
  }

  /** Whether a number may be the address of something. */
  boolean mayBeAddress(long number) {
    return loaded.indexOf(number) >= 0 && marks.mayBeAddress(number);
  }

  /**
   * The register that a function puts its return address into and does nothing else: {@code mov
   * (%esp), register; ret}.
   */
  int returnRegister(long function) {
    return thunks.computeIfAbsent(function, this::read);
  }

  private int read(long function) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      long offset = function - section.address();
      boolean isIn = offset >= 0 && offset + 4 <= section.fileEnd() - section.fileStart();
      if (section.isLoaded() && isIn) {
        long place = section.fileStart() + offset - image.fileStart();
        int word = (int) image.bytes().u32(place);
        boolean isThunk = (word & 0xFFFF_C7FF) == 0xC324_048B;
        return isThunk ? word >> 11 & 7 : NONE;
      }
    }
    return NONE;
  }
}
