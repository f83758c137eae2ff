package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.StructureTable;
import java.util.ArrayList;
import java.util.List;

/** Collects every layer at one place, coarsest first. */
public final class PlaceExplainer {
  private final Attribution attribution;
  private final List<Layer> layers = new ArrayList<>();

  private PlaceExplainer(Attribution attribution) {
    this.attribution = attribution;
  }

  /**
   * Everything known of one byte.
   *
   * @param place a file offset, or a place behind the file
   * @throws IndexOutOfBoundsException if no span holds it
   */
  public static Explanation explain(Attribution attribution, long place) {
    return new PlaceExplainer(attribution).explain(place);
  }

  private Explanation explain(long place) {
    Partition partition = attribution.partition();
    int span = partition.spanAt(place);
    if (span < 0) {
      throw new IndexOutOfBoundsException("place " + place + " is in no span");
    }
    layer("file", attribution.file().name(), 0, partition.fileSize());
    int image = partition.image(span);
    if (image >= 0) {
      addImage(image, place);
    }
    int segment = partition.segment(span);
    if (segment >= 0) {
      Segment facts = attribution.segment(segment);
      String text = facts.name() + " #" + facts.index() + " " + facts.permissions();
      layer("segment", text, facts.fileStart(), facts.fileEnd());
    }
    int section = partition.section(span);
    if (section >= 0) {
      Section facts = attribution.section(section);
      layer("section", facts.name(), facts.fileStart(), facts.fileEnd());
    }
    if (place < partition.fileSize()) {
      addStructures(image, place);
    }
    addSpan(span);
    long offset = place < partition.fileSize() ? place : -1;
    long address = image < 0 ? -1 : attribution.addressMap(image).address(place);
    return new Explanation(offset, address, span, layers);
  }

  private void addImage(int image, long place) {
    BinaryImage facts = attribution.file().images().get(image);
    String text = facts.name().isEmpty() ? facts.machine().name() : facts.name();
    if (place < attribution.partition().fileSize()) {
      layer("image", text, facts.fileStart(), facts.fileEnd());
    } else {
      layer("image", text, place, place + 1);
    }
  }

  private void addStructures(int image, long place) {
    BinaryFile file = attribution.file();
    StructureTable structures =
        image < 0 ? file.container() : file.images().get(image).structures();
    for (int row : attribution.uncut().get(new FinderKey(image)).rowsAt(place)) {
      String label = structures.labels().get(structures.label(row));
      layer("structure", label, structures.fileStart(row), structures.fileEnd(row));
    }
  }

  private void addSpan(int span) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    long start = partition.start(span);
    long end = partition.end(span);
    addOwner("owner", owners, partition.owner(span), start, end);
    if (partition.subject(span) >= 0) {
      addOwner("subject", owners, partition.subject(span), start, end);
    }
    layer("kind", partition.kind(span).key(), start, end);
    layer("basis", partition.basis(span).key(), start, end);
  }

  private void addOwner(String name, Owners owners, int owner, long start, long end) {
    String readable = owners.readableText(owner);
    layer(name, readable, start, end);
    if (!readable.equals(owners.text(owner))) {
      layer("raw name", owners.text(owner), start, end);
    }
  }

  /** What finds the structures of an image by place, or for -1 those that hold the images. */
  private record FinderKey(int image) implements DerivedKey<StructureFinder> {
    @Override
    public String name() {
      return "structures by place";
    }

    @Override
    public StructureFinder derive(Attribution from, Work work) {
      BinaryFile file = from.file();
      return new StructureFinder(
          image < 0 ? file.container() : file.images().get(image).structures());
    }
  }

  private void layer(String name, String text, long start, long end) {
    layers.add(new Layer(name, text, start, end));
  }
}
