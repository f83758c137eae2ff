package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.claim.OwnerRungs;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SegmentTable.Segment;

/**
 * The owner ids that the spans of one image need, all made beforehand: several threads may write
 * spans, and labels must have the same ids whichever is first.
 */
final class ImageOwners {
  private final Owners.Builder owners;
  private final int imageRow;
  private final int sectionBase;
  private final int segmentBase;
  private final int padding;
  private final int unmapped;
  private final int packed;
  private final int[] section;
  private final int[] shared;
  private final int[] segment;
  private final int[] zeroFill;
  private final int[] again;
  private final int[] structure;

  /**
   * The owners of an image.
   *
   * @param sectionBase how many sections the images before it have
   * @param segmentBase how many segments the images before it have
   */
  ImageOwners(
      Owners.Builder owners, BinaryImage image, int imageRow, int sectionBase, int segmentBase) {
    this.owners = owners;
    this.imageRow = imageRow;
    this.sectionBase = sectionBase;
    this.segmentBase = segmentBase;
    padding = owners.label("[padding]");
    unmapped = owners.label("[unmapped]");
    packed = owners.label("[packed or encrypted]");
    section = new int[image.sections().count()];
    shared = new int[section.length];
    for (int row = 0; row < section.length; row++) {
      String stated = image.sections().row(row).name();
      String name = stated.isEmpty() ? "unnamed section " + (sectionBase + row) : stated;
      section[row] = owners.label("[" + name + "]");
      shared[row] = owners.label("[" + name + " shared]");
    }
    segment = new int[image.segments().count()];
    zeroFill = new int[segment.length];
    again = new int[segment.length];
    for (int row = 0; row < segment.length; row++) {
      Segment facts = image.segments().row(row);
      segment[row] = owners.label("[" + facts.name() + " #" + facts.index() + "]");
      zeroFill[row] = owners.label("[" + facts.name() + " #" + facts.index() + " zero-fill]");
      again[row] = owners.label("[" + facts.name() + " #" + facts.index() + " mapped again]");
    }
    structure = new int[image.structures().labels().size()];
    for (int i = 0; i < structure.length; i++) {
      structure[i] = owners.label("[" + image.structures().labels().get(i) + "]");
    }
  }

  int imageRow() {
    return imageRow;
  }

  /** A section row, counted over all images. */
  int sectionIndex(int row) {
    return row < 0 ? -1 : sectionBase + row;
  }

  /** A segment row, counted over all images. */
  int segmentIndex(int row) {
    return row < 0 ? -1 : segmentBase + row;
  }

  /** Bytes that align what follows. */
  int padding() {
    return padding;
  }

  /** Bytes that belong to no section and no segment. */
  int unmapped() {
    return unmapped;
  }

  /** Bytes among code that are none, as nothing there but chance orders them. */
  int packed() {
    return packed;
  }

  /** What nothing else explains in a section. */
  int section(int row) {
    return section[row];
  }

  /** Data of a section that several symbols use. */
  int shared(int row) {
    return shared[row];
  }

  /** What nothing else explains in a segment. */
  int segment(int row) {
    return segment[row];
  }

  /** Memory of a segment that has no bytes in the file. */
  int zeroFill(int row) {
    return zeroFill[row];
  }

  /** Memory of a segment that holds bytes which another segment has, too. */
  int mappedAgain(int row) {
    return again[row];
  }

  /** Structures of a label that lie in no section. */
  int structure(int label) {
    return structure[label];
  }

  /** The symbol or function of an owner code. */
  int owner(ImageAttribution image, int code) {
    OwnerRungs rungs = image.owners();
    int symbol = rungs.symbolRow(code);
    return symbol >= 0
        ? owners.symbol(imageRow, symbol)
        : owners.function(imageRow, rungs.functionRow(code));
  }

  /** The symbol of a row. */
  int symbol(int row) {
    return owners.symbol(imageRow, row);
  }
}
