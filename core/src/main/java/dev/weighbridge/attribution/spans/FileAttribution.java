package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.claim.ImagePlaces;
import dev.weighbridge.attribution.claim.PieceCursor;
import dev.weighbridge.attribution.claim.StructurePieces;
import dev.weighbridge.attribution.data.CompilerNames;
import dev.weighbridge.attribution.data.GapClassifier;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.machine.Machine;
import java.util.ArrayList;
import java.util.List;

/** Attributes every byte of a file: image by image, and what lies between them. */
public final class FileAttribution {
  private static final int FORMAT = Evidence.pair(Evidence.FORMAT, Evidence.FORMAT);
  private static final int PADDING = Evidence.pair(Evidence.PADDING, Evidence.PADDING);
  private static final int NOTHING = Evidence.pair(Evidence.SECTION, Evidence.SECTION);

  private final BinaryFile file;
  private final Owners.Builder owners;
  private final List<ImagePlaces> places = new ArrayList<>();
  private final List<ImageAttribution> settled = new ArrayList<>();
  private final List<ImageOwners> owned = new ArrayList<>();
  private final List<ImageWriter> writers = new ArrayList<>();

  private FileAttribution(BinaryFile file) {
    this.file = file;
    this.owners = new Owners.Builder(file.images());
  }

  /** Says of every byte of a file what it is, whose it is, and how that is known. */
  public static Attribution of(BinaryFile file) {
    return new FileAttribution(file).build();
  }

  private Attribution build() {
    long memoryStart = file.fileSize();
    long expected = 0;
    for (int row = 0; row < file.images().size(); row++) {
      BinaryImage image = file.images().get(row);
      ImagePlaces map = new ImagePlaces(image, memoryStart);
      ImageAttribution attribution = new ImageAttribution(file.bytes(), file.format(), image, map);
      owners.canonical(row, attribution.owners().ownership().representatives());
      places.add(map);
      settled.add(attribution);
      memoryStart = map.end();
      expected += attribution.pieceCount() + attribution.pieceCount() / 16;
    }
    int room = (int) Math.min(expected, 1 << 28);
    Partition.Builder spans = new Partition.Builder(file.fileSize(), 0, room);
    makeWriters(spans);
    writeFile(spans);
    writeMemory(spans);
    tellUsers();
    Partition partition = spans.build();
    List<AddressMap> maps = new ArrayList<>();
    places.forEach(image -> maps.add(image.map()));
    return Attribution.of(file, partition, owners.build(), maps);
  }

  /** Says who refers to data that only a compiler named. */
  private void tellUsers() {
    for (int row = 0; row < settled.size(); row++) {
      ImageAttribution image = settled.get(row);
      ImageOwners ids = owned.get(row);
      CompilerNames names = image.anonymous().compilerNames();
      for (int i = 0; i < names.count(); i++) {
        int user = image.anonymous().userAt(names.place(i));
        if (user >= 0) {
          owners.user(ids.symbol(names.row(i)), ids.owner(image, user));
        }
      }
    }
  }

  private void makeWriters(Partition.Builder spans) {
    int sectionBase = 0;
    int segmentBase = 0;
    for (int row = 0; row < settled.size(); row++) {
      BinaryImage image = file.images().get(row);
      ImageOwners ids = new ImageOwners(owners, image, row, sectionBase, segmentBase);
      owned.add(ids);
      writers.add(new ImageWriter(file, settled.get(row), ids, spans));
      sectionBase += image.sections().count();
      segmentBase += image.segments().count();
    }
  }

  private void writeFile(Partition.Builder spans) {
    long[] starts = new long[writers.size()];
    for (int row = 0; row < starts.length; row++) {
      starts[row] = file.images().get(row).fileStart();
    }
    PieceCursor between = new PieceCursor(StructurePieces.of(file.container()));
    for (int row : Order.ascending(starts, starts.length)) {
      BinaryImage image = file.images().get(row);
      writeBetween(spans, between, image.fileStart());
      writers.get(row).write(image.fileEnd());
    }
    writeBetween(spans, between, file.fileSize());
  }

  /** Bytes of the file that belong to no image. */
  private void writeBetween(Partition.Builder spans, PieceCursor container, long until) {
    while (spans.end() < until) {
      int structure = container.codeAt(spans.end());
      long end = Math.min(until, container.boundary(spans.end()));
      if (structure >= 0) {
        StructureTable.Structure row = file.container().row(structure);
        int owner = owners.label("[" + row.label() + "]");
        spans.add(end, row.kind(), FORMAT, outside(spans), owner, -1);
      } else {
        writeGap(spans, end);
      }
    }
  }

  private void writeGap(Partition.Builder spans, long until) {
    boolean isPadding =
        new GapClassifier(file.bytes(), Machine.UNKNOWN).isPadding(spans.end(), until);
    Kind kind = isPadding ? Kind.PADDING : Kind.OTHER;
    int evidence = isPadding ? PADDING : NOTHING;
    int owner = owners.label(isPadding ? "[padding]" : "[unmapped]");
    spans.add(until, kind, evidence, outside(spans), owner, -1);
  }

  private static int outside(Partition.Builder spans) {
    return spans.location(-1, -1, -1, false);
  }

  /**
   * Ranges that are neighbours here may lie apart in memory, so no span reaches over their ends.
   */
  private void writeMemory(Partition.Builder spans) {
    for (int row = 0; row < writers.size(); row++) {
      for (ImagePlaces.MemoryRange range : places.get(row).memory()) {
        writers.get(row).write(range.place() + range.length());
        spans.cut();
      }
    }
  }
}
