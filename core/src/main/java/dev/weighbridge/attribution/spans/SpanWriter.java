package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.claim.LayeredPieceCursor;
import dev.weighbridge.attribution.claim.PieceCursor;
import dev.weighbridge.attribution.data.AnonymousData;
import dev.weighbridge.attribution.data.GapClassifier;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.bytes.PackedBytes;
import dev.weighbridge.formats.work.Progress.Unit;
import dev.weighbridge.formats.work.Work;

/**
 * Writes the spans of one image: cuts at every border and says of each span all there is to say.
 */
final class SpanWriter {
  /** Spans written between two questions whether they are still wanted. */
  private static final int BETWEEN_QUESTIONS = 1 << 10;

  private static final int FORMAT = Evidence.pair(Evidence.FORMAT, Evidence.FORMAT);
  private static final int SECTION = Evidence.pair(Evidence.SECTION, Evidence.SECTION);
  private static final int PADDING = Evidence.pair(Evidence.PADDING, Evidence.PADDING);

  private final ImageAttribution image;
  private final BinaryFile file;
  private final ImageOwners owners;
  private final Partition.Builder spans;
  private final boolean hasSegments;
  private final LayeredPieceCursor layers;
  private final PieceCursor sections;
  private final PieceCursor segments;
  private final StructureTable structures;
  private final SubjectRules subjects;
  private final GapClassifier gaps;
  private final PackedBytes packed;
  private int location = -1;
  private int lastSection = Integer.MIN_VALUE;
  private int lastSegment;
  private boolean lastIsMemory;

  /** A writer that goes on where {@code spans} end. */
  SpanWriter(
      BinaryFile file,
      ImageAttribution image,
      SubjectRules subjects,
      ImageOwners owners,
      Partition.Builder spans) {
    this.file = file;
    this.image = image;
    this.subjects = subjects;
    this.owners = owners;
    this.spans = spans;
    BinaryImage facts = image.image();
    hasSegments = facts.segments().count() > 0;
    layers = image.layers(spans.end());
    sections = new PieceCursor(image.sectionPieces(), spans.end());
    segments = new PieceCursor(image.segmentPieces(), spans.end());
    structures = facts.structures();
    gaps = new GapClassifier(file.bytes(), facts.machine());
    packed = new PackedBytes(file.bytes());
  }

  /** Writes all spans from where the last one ended up to {@code until}. */
  void write(long until) {
    for (int written = 0; spans.end() < until; written++) {
      if (written % BETWEEN_QUESTIONS == 0) {
        Work.tell("attributing bytes", spans.end(), until, Unit.BYTES);
      }
      writeNext(spans.end(), until);
    }
  }

  private void writeNext(long start, long until) {
    int layer = layers.layerAt(start);
    int section = sections.codeAt(start);
    int segment = segments.codeAt(start);
    long border = Math.min(layers.boundary(start), sections.boundary(start));
    long end = Math.min(until, Math.min(border, segments.boundary(start)));
    switch (layer) {
      case ImageAttribution.STRUCTURES -> writeStructure(end, layers.code(), section, segment);
      case ImageAttribution.OWNERS -> writeOwner(start, end, layers.code(), section, segment);
      case ImageAttribution.ANONYMOUS ->
          writeAnonymous(start, end, layers.code(), section, segment);
      default -> writeGap(start, end, section, segment);
    }
  }

  private void writeAnonymous(long start, long end, int code, int section, int segment) {
    int user = image.anonymous().user(code);
    int owner = user == AnonymousData.SHARED ? owners.shared(section) : owners.section(section);
    int subject = user >= 0 ? owners.owner(image, user) : -1;
    Kind kind = contentKind(start, section, segment);
    add(end, kind, image.anonymous().evidence(code), section, segment, owner, subject);
  }

  private void writeStructure(long end, int structure, int section, int segment) {
    int text = structures.label(structure);
    boolean isRow = section < 0 || structures.isRow(text);
    int label = isRow ? owners.structure(text) : owners.section(section);
    int subject = subjects.subject(structure);
    add(end, structures.kind(structure), FORMAT, section, segment, label, subject);
  }

  private void writeOwner(long start, long end, int code, int section, int segment) {
    int owner = owners.owner(image, code);
    Kind kind = contentKind(start, section, segment);
    int evidence = image.owners().evidence(code);
    if (Evidence.bounds(evidence) != Evidence.NEIGHBOUR) {
      add(end, kind, evidence, section, segment, owner, -1);
      return;
    }
    long codeEnd = end;
    if (kind == Kind.CODE) {
      boolean isRest = image.owners().isInside(code, start);
      codeEnd = isRest && gaps.isFiller(start, end) ? start : gaps.fillerStart(start, end);
    }
    if (start < codeEnd) {
      add(codeEnd, kind, evidence, section, segment, owner, -1);
    }
    if (codeEnd < end) {
      add(end, Kind.PADDING, PADDING, section, segment, owners.padding(), -1);
    }
  }

  private void writeGap(long start, long end, int section, int segment) {
    if (section >= 0) {
      writeSectionRest(start, end, section, segment);
    } else if (gaps.isPadding(start, end)) {
      add(end, Kind.PADDING, PADDING, section, segment, owners.padding(), -1);
    } else if (segment >= 0) {
      int label =
          start < file.fileSize()
              ? owners.segment(segment)
              : image.places().isMappedAgain(start)
                  ? owners.mappedAgain(segment)
                  : owners.zeroFill(segment);
      boolean isTold = image.image().sections().count() > 0;
      if (isTold && end <= file.fileSize()) {
        addOutside(start, end, segment, label);
      } else {
        addRest(start, end, section, segment, label);
      }
    } else {
      add(end, Kind.OTHER, SECTION, section, segment, owners.unmapped(), -1);
    }
  }

  private void writeSectionRest(long start, long end, int section, int segment) {
    Section facts = image.image().sections().row(section);
    Kind kind = contentKind(start, section, segment);
    if (facts.traits().contains(SectionTrait.METADATA)) {
      add(end, kind, FORMAT, section, segment, owners.section(section), -1);
    } else if (gaps.isPadding(facts, start, end)) {
      add(end, Kind.PADDING, PADDING, section, segment, owners.padding(), -1);
    } else {
      addRest(start, end, section, segment, owners.section(section));
    }
  }

  /**
   * Adds what only its section or segment tells of. Where no function is known, what looks packed
   * is not the code that the rest may be.
   */
  private void addRest(long start, long end, int section, int segment, int owner) {
    Kind kind = contentKind(start, section, segment);
    long at = start;
    boolean mayBePacked = kind == Kind.CODE && end <= file.fileSize() && image.mayBePacked();
    while (mayBePacked && at < end) {
      long from = packed.start(at, end);
      long to = packed.end(from, end);
      if (at < from && from < to) {
        add(from, kind, SECTION, section, segment, owner, -1);
      }
      if (from < to) {
        add(to, Kind.OTHER, SECTION, section, segment, owners.packed(), -1);
      }
      at = from < to ? to : end;
    }
    if (spans.end() < end) {
      add(end, kind, SECTION, section, segment, owner, -1);
    }
  }

  /** Adds what lies in a segment, but in none of its sections: leftovers, with zeros among them. */
  private void addOutside(long start, long end, int segment, int owner) {
    Kind kind = contentKind(start, -1, segment);
    long at = start;
    while (at < end) {
      long zeros = gaps.zerosStart(at, end);
      if (at < zeros) {
        add(zeros, kind, SECTION, -1, segment, owner, -1);
      }
      at = gaps.zerosEnd(zeros, end);
      if (zeros < at) {
        add(at, Kind.PADDING, PADDING, -1, segment, owners.padding(), -1);
      }
    }
  }

  /** What bytes are when only their section or segment tells. */
  private Kind contentKind(long place, int section, int segment) {
    if (place >= file.fileSize()) {
      return image.places().isMappedAgain(place) ? mappedKind(segment) : Kind.ZERO;
    }
    boolean isConstant = segment >= 0 && image.isReadOnly(segment);
    if (section >= 0) {
      Kind kind = image.image().sections().row(section).kind();
      return kind == Kind.DATA && isConstant ? Kind.RODATA : kind;
    }
    if (segment < 0) {
      return Kind.OTHER;
    }
    String permissions = image.image().segments().row(segment).permissions();
    if (permissions.indexOf('x') < 0) {
      return isConstant ? Kind.RODATA : Kind.DATA;
    }
    // Where sections tell what is code, what lies in none of them is not.
    boolean isTold = image.image().sections().count() > 0;
    return isTold ? (isConstant ? Kind.OTHER : Kind.DATA) : Kind.CODE;
  }

  /** What a segment maps of bytes that another maps, too: as its rights have it. */
  private Kind mappedKind(int segment) {
    String permissions = image.image().segments().row(segment).permissions();
    if (permissions.indexOf('x') >= 0) {
      return Kind.CODE;
    }
    return image.isReadOnly(segment) ? Kind.RODATA : Kind.DATA;
  }

  private void add(
      long end, Kind kind, int evidence, int section, int segment, int owner, int subject) {
    boolean isMemory = spans.end() >= file.fileSize();
    if (section != lastSection || segment != lastSegment || isMemory != lastIsMemory) {
      lastSection = section;
      lastSegment = segment;
      lastIsMemory = isMemory;
      location =
          spans.location(
              owners.imageRow(),
              owners.sectionIndex(section),
              owners.segmentIndex(segment),
              isMemory || isLoaded(section, segment));
    }
    spans.add(end, kind, evidence, location, owner, subject);
  }

  private boolean isLoaded(int section, int segment) {
    return hasSegments
        ? segment >= 0
        : section >= 0 && image.image().sections().row(section).isLoaded();
  }
}
