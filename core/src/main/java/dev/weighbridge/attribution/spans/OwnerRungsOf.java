package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.claim.ImagePlaces;
import dev.weighbridge.attribution.claim.OwnerRungs;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.work.Work;

/**
 * The symbols and functions of an image on their rungs, to be asked again once a file has been
 * attributed; kept with the attribution once somebody has asked.
 *
 * @param image its row
 */
record OwnerRungsOf(int image) implements DerivedKey<OwnerRungs> {
  @Override
  public String name() {
    return "rungs of symbols and functions";
  }

  @Override
  public OwnerRungs derive(Attribution attribution, Work work) {
    BinaryFile file = attribution.file();
    ImagePlaces places = new ImagePlaces(file.images().get(0), file.fileSize());
    for (int row = 1; row <= image; row++) {
      places = new ImagePlaces(file.images().get(row), places.end());
    }
    return new OwnerRungs(file.images().get(image), places);
  }
}
