package dev.weighbridge.attribution.data;

import dev.weighbridge.attribution.claim.Pieces;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.isa.AddressRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A window over each loaded section of plain data, in the order of the file.
 *
 * <p>They are made before anybody knows which bytes symbols claim, so that the code can be searched
 * for references to them in the meantime.
 */
public final class DataWindows {
  private final DataWindow[] windows;
  private final List<Section> sections = new ArrayList<>();
  private final AddressRanges ranges;

  /**
   * The windows of an image.
   *
   * @param pieces the sections, with section rows as codes
   */
  public DataWindows(BinaryImage image, Pieces pieces) {
    List<DataWindow> found = new ArrayList<>();
    for (int i = 0; i < pieces.count(); i++) {
      Section section = image.sections().row(pieces.code(i));
      if (isPlainData(section) && pieces.start(i) < section.fileEnd()) {
        long start = pieces.start(i);
        long address = section.address() + (start - section.fileStart());
        found.add(new DataWindow(address, (int) (pieces.end(i) - start), start));
        sections.add(section);
      }
    }
    windows = found.toArray(new DataWindow[0]);
    ranges = rangesOf(found);
  }

  private static AddressRanges rangesOf(List<DataWindow> windows) {
    List<AddressRanges.Range> ranges = new ArrayList<>();
    for (DataWindow window : windows) {
      ranges.add(new AddressRanges.Range(window.start(), window.end() - window.start()));
    }
    return new AddressRanges(ranges);
  }

  private static boolean isPlainData(Section section) {
    return section.isLoaded()
        && section.hasFileBytes()
        && section.fileEnd() - section.fileStart() < Integer.MAX_VALUE
        && (section.kind() == Kind.RODATA || section.kind() == Kind.DATA)
        && !section.traits().contains(SectionTrait.METADATA);
  }

  /** How many there are. */
  int count() {
    return windows.length;
  }

  /** One window. */
  DataWindow window(int index) {
    return windows[index];
  }

  /** The section of a window. */
  Section section(int index) {
    return sections.get(index);
  }

  /** Whether a window holds nothing but literals, each of which tells its own end. */
  boolean isLiterals(int index) {
    Set<SectionTrait> traits = sections.get(index).traits();
    return traits.contains(SectionTrait.STRINGS) || traits.contains(SectionTrait.CONSTANTS);
  }

  /** The addresses of all windows, in their order. */
  AddressRanges ranges() {
    return ranges;
  }
}
