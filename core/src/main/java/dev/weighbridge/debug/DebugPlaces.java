package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.debug.DebugInformation;
import java.util.List;

/**
 * What debug information there is of the images of a file, and how its addresses and the places of
 * the file go together. Nothing is read of it here.
 */
public final class DebugPlaces {
  private final Attribution attribution;
  private final List<BinaryImage> images;

  /** Those of an attribution, cut or not. */
  public DebugPlaces(Attribution attribution) {
    this.attribution = attribution;
    images = attribution.file().images();
  }

  /**
   * Whether any image has debug information, of its own or in a file beside it.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException of a saved model, which
   *     keeps none
   */
  public static boolean arePresent(Attribution attribution) {
    attribution.file().requireBytes();
    for (BinaryImage image : attribution.file().images()) {
      if (image.debug().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** How many images there are. */
  public int imageCount() {
    return images.size();
  }

  /** The debug information of an image. */
  public DebugInformation debug(int image) {
    return images.get(image).debug();
  }

  /** Where an image begins in the file. */
  public long fileStart(int image) {
    return images.get(image).fileStart();
  }

  /** The address of a span's first byte as debug information counts; -1 if it has none. */
  public long address(int span) {
    int image = attribution.partition().image(span);
    if (image < 0) {
      return -1;
    }
    long origin = debug(image).fileOrigin();
    return origin < 0
        ? attribution.address(span)
        : Math.max(-1, attribution.partition().start(span) - fileStart(image) - origin);
  }

  /** The address of an owner as debug information counts; -1 if it has none. */
  public long addressOfOwner(int image, int owner) {
    long address = attribution.owners().address(owner);
    long origin = debug(image).fileOrigin();
    if (address == -1 || origin < 0) {
      return address;
    }
    return -1;
  }

  /** The address of a span's first byte as variables count; -1 if it has none. */
  public long addressOfData(int span) {
    int image = attribution.partition().image(span);
    long origin = image < 0 ? -1 : debug(image).dataOrigin();
    return origin < 0 ? address(span) : Math.max(-1, attribution.address(span) - origin);
  }

  /** The address of an owner as variables count; -1 if it has none. */
  public long addressOfDataOwner(int image, int owner) {
    long origin = debug(image).dataOrigin();
    return origin < 0
        ? addressOfOwner(image, owner)
        : Math.max(-1, attribution.owners().address(owner) - origin);
  }

  /** The place of an address as variables count; -1 if nothing is there. */
  public long placeOfData(int image, long address) {
    long origin = debug(image).dataOrigin();
    return origin < 0
        ? place(image, address)
        : attribution.addressMap(image).place(origin + address);
  }

  /** The place of an address as debug information counts; -1 if nothing is there. */
  public long place(int image, long address) {
    long origin = debug(image).fileOrigin();
    return origin < 0
        ? attribution.addressMap(image).place(address)
        : fileStart(image) + origin + address;
  }
}
