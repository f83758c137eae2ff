package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.work.Work;

/**
 * The structures of an image by place; kept with the attribution once somebody has asked.
 *
 * @param image its row, or -1 for the structures that hold the images
 */
record StructuresAt(int image) implements DerivedKey<StructureFinder> {
  /** The table in which they are rows. */
  StructureTable table(BinaryFile file) {
    return image < 0 ? file.container() : file.images().get(image).structures();
  }

  /** The rows of those that hold a place, the longest first. */
  int[] rows(Attribution attribution, long place) {
    return attribution.uncut().get(this).rowsAt(place);
  }

  @Override
  public String name() {
    return "structures by place";
  }

  @Override
  public StructureFinder derive(Attribution attribution, Work work) {
    return new StructureFinder(table(attribution.file()));
  }
}
