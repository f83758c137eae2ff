package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.MemberTable;
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
    if (image >= 0) {
      addMember(image, place);
    }
    if (place < partition.fileSize()) {
      addStructures(image, place);
    }
    addSpan(span);
    long offset = place < partition.fileSize() ? place : -1;
    long address = image < 0 ? -1 : attribution.addressMap(image).address(place);
    return new Explanation(offset, address, span, layers, new ClaimsAt(attribution, place).list());
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

  /** The object file that a linker map has a place in. */
  private void addMember(int image, long place) {
    MemberTable members = attribution.file().images().get(image).members();
    long address = attribution.addressMap(image).address(place);
    for (int range = 0; members.isOfMap() && range < members.rangeCount(); range++) {
      long into = address - members.rangeAddress(range);
      if (into >= 0 && into < members.rangeSize(range)) {
        int member = members.rangeMember(range);
        String archive = members.container(member);
        String name = members.name(member);
        String text = archive.isEmpty() ? name : archive + "(" + name + ")";
        layer("member", text, place - into, place - into + members.rangeSize(range));
        return;
      }
    }
  }

  private void addStructures(int image, long place) {
    StructuresAt structures = new StructuresAt(image);
    StructureTable table = structures.table(attribution.file());
    for (int row : structures.rows(attribution, place)) {
      String label = table.labels().get(table.label(row));
      layer("structure", label, table.fileStart(row), table.fileEnd(row));
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

  private void layer(String name, String text, long start, long end) {
    layers.add(new Layer(name, text, start, end));
  }
}
