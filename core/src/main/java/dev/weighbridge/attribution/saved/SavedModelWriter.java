package dev.weighbridge.attribution.saved;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.BodyHashes;
import dev.weighbridge.attribution.Codec;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.SpanLocations;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SegmentTable;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.internal.packed.NameTableWriter;
import dev.weighbridge.internal.packed.PackedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Writes an attribution as a {@link SavedModel}, chunk by chunk. */
public final class SavedModelWriter {
  private final Attribution attribution;
  private final List<MemoryRegion> regions;
  private final SortedMap<String, long[][]> answers = new TreeMap<>();
  private final Owners owners;
  private final CheckedOutputStream out;

  private SavedModelWriter(
      Attribution attribution, List<MemoryRegion> regions, OutputStream target) {
    this.attribution = attribution;
    this.regions = regions;
    owners = attribution.owners();
    out = new CheckedOutputStream(target, new CRC32());
  }

  /**
   * Writes an attribution, one that was itself read from a saved model too.
   *
   * @param regions the regions of memory that somebody told; none if they are inferred
   * @param keys what was found in the bytes and cannot be found again without them; those without a
   *     codec are not kept
   */
  public static void write(
      Attribution attribution,
      List<MemoryRegion> regions,
      List<DerivedKey<?>> keys,
      OutputStream out)
      throws IOException {
    SavedModelWriter writer = new SavedModelWriter(attribution.uncut(), regions, out);
    for (DerivedKey<?> key : keys) {
      writer.keep(key);
    }
    writer.write();
  }

  private <T> void keep(DerivedKey<T> key) {
    Optional<Codec<T>> codec = key.codec();
    if (codec.isPresent()) {
      long[][] columns = codec.get().columns(attribution.get(key));
      if (columns.length > 0) {
        answers.put(key.name(), columns);
      }
    }
  }

  private void write() throws IOException {
    out.write(SavedModel.magic());
    new PackedWriter().number(SavedModel.VERSION).writeTo(out);
    chunk(SavedModel.FILE, file());
    PackedWriter words = new PackedWriter();
    Vocabulary.write(words);
    chunk(SavedModel.WORDS, words);
    int firstSymbol = 0;
    for (BinaryImage image : attribution.file().images()) {
      chunk(SavedModel.IMAGE, image(image));
      chunk(SavedModel.SYMBOLS, symbols(image.symbols(), firstSymbol));
      chunk(SavedModel.FUNCTIONS, functions(image));
      firstSymbol += image.symbols().count();
    }
    chunk(SavedModel.OWNERS, labels());
    chunk(SavedModel.SPANS, spans());
    chunk(SavedModel.BODIES, bodies());
    for (Map.Entry<String, long[][]> answer : answers.entrySet()) {
      chunk(SavedModel.ANSWER, answer(answer.getKey(), answer.getValue()));
    }
    PackedWriter check = new PackedWriter().number(out.getChecksum().getValue());
    chunk(SavedModel.END, check);
    out.flush();
  }

  private void chunk(String tag, PackedWriter content) throws IOException {
    Work.check();
    PackedWriter header = new PackedWriter();
    for (int i = 0; i < SavedModel.TAG_LENGTH; i++) {
      header.u8(tag.charAt(i));
    }
    header.number(content.length()).writeTo(out);
    content.writeTo(out);
  }

  private PackedWriter file() {
    BinaryFile file = attribution.file();
    PackedWriter to = new PackedWriter();
    to.text(file.name()).text(file.format()).number(file.fileSize());
    to.number(file.diagnostics().size());
    for (Diagnostic diagnostic : file.diagnostics()) {
      to.u8(diagnostic.severity().ordinal()).text(diagnostic.structure());
      to.signed(diagnostic.fileOffset()).text(diagnostic.expected()).text(diagnostic.found());
    }
    to.number(file.images().size());
    if (!regions.isEmpty()) {
      to.number(regions.size());
      for (MemoryRegion region : regions) {
        to.text(region.name()).number(region.start()).number(region.length());
        to.text(region.attributes());
      }
    }
    return to;
  }

  /** Its architecture, and its variant behind a blank, which is in no architecture's name. */
  private static String machine(Machine machine) {
    return machine.variant().isEmpty() ? machine.name() : machine.name() + " " + machine.variant();
  }

  private static PackedWriter image(BinaryImage image) {
    PackedWriter to = new PackedWriter();
    to.text(image.name()).text(machine(image.machine())).u8(image.addressBits());
    to.u8((image.isLittleEndian() ? 1 : 0) | (image.isRelocatable() ? 2 : 0));
    to.number(image.fileStart()).number(image.fileEnd() - image.fileStart());
    to.text(image.identity().map(BinaryImage.Identity::type).orElse(""));
    to.text(image.identity().map(BinaryImage.Identity::text).orElse(""));
    to.text(image.debugLink().map(BinaryImage.DebugLink::fileName).orElse(""));
    to.signed(image.debugLink().map(BinaryImage.DebugLink::checksum).orElse(-1L));
    to.number(image.neededLibraries().size());
    image.neededLibraries().forEach(to::text);
    to.number(image.segments().count());
    image.segments().stream().forEach(row -> segment(to, row, image.fileStart()));
    to.number(image.sections().count());
    image.sections().stream().forEach(row -> section(to, row, image.fileStart()));
    units(to, image.members());
    SegmentTable segments = image.segments();
    boolean isOfMap = image.members().isOfMap();
    if (isOfMap || segments.stream().anyMatch(row -> row.loadAddress() != row.address())) {
      to.column(segments.count(), row -> segments.row(row).loadAddress());
      to.u8(isOfMap ? 1 : 0);
    }
    return to;
  }

  private static void units(PackedWriter to, MemberTable units) {
    to.number(units.count());
    for (int unit = 0; unit < units.count(); unit++) {
      to.text(units.name(unit)).text(units.container(unit));
    }
    int runs = units.runCount();
    to.number(runs).column(runs, units::runStart);
    to.column(runs, run -> units.runEnd(run) - units.runStart(run)).column(runs, units::runMember);
    int ranges = units.rangeCount();
    to.number(ranges).column(ranges, units::rangeAddress);
    to.column(ranges, units::rangeSize).column(ranges, units::rangeMember);
  }

  private static void segment(PackedWriter to, Segment row, long base) {
    to.text(row.name()).number(row.fileStart() - base).number(row.fileEnd() - row.fileStart());
    to.number(row.address()).number(row.memorySize());
    to.u8(row.isLoaded() ? 1 : 0).text(row.permissions());
  }

  private static void section(PackedWriter to, Section row, long base) {
    int traits = 0;
    for (SectionTrait trait : row.traits()) {
      traits |= 1 << trait.ordinal();
    }
    to.text(row.name()).number(row.fileStart() - base).number(row.fileEnd() - row.fileStart());
    to.number(row.address()).number(row.memorySize()).number(row.alignment());
    to.number(row.kind().ordinal()).number(traits);
  }

  private PackedWriter symbols(SymbolTable table, int firstSymbol) {
    int rows = table.count();
    NameTableWriter names = new NameTableWriter(table);
    PackedWriter to = new PackedWriter();
    names.write(to);
    to.number(rows).column(rows, names::number);
    to.column(rows, table::address).column(rows, table::memorySize);
    to.column(rows, table::section).column(rows, row -> table.type(row).ordinal());
    to.column(rows, row -> table.binding(row).ordinal());
    to.column(rows, row -> table.source(row).ordinal());
    return to.column(rows, row -> standsFor(firstSymbol + row));
  }

  /** How far away the row is that stands for this one: 1 is itself, 2 the next; 0 if none does. */
  private long standsFor(int symbol) {
    int representative = owners.representative(symbol);
    int distance = representative - symbol;
    return representative < 0 ? 0 : distance < 0 ? distance : distance + 1;
  }

  private static PackedWriter functions(BinaryImage image) {
    FunctionTable table = image.functions();
    int rows = table.count();
    PackedWriter to = new PackedWriter().number(rows);
    to.column(rows, table::address).column(rows, table::memorySize);
    to.column(rows, row -> inImage(table.fileStart(row), image.fileStart()));
    to.column(rows, row -> table.evidence(row).ordinal());
    return to.column(rows, row -> table.address(row) - table.entry(row));
  }

  private static long inImage(long fileStart, long base) {
    return fileStart < 0 ? -1 : fileStart - base;
  }

  private PackedWriter labels() {
    PackedWriter to = new PackedWriter().number(owners.count() - owners.firstLabel());
    for (int owner = owners.firstLabel(); owner < owners.count(); owner++) {
      to.text(owners.text(owner));
    }
    int[] used = owners.used();
    to.number(used.length).column(used.length, row -> used[row]);
    return to.column(used.length, row -> owners.user(used[row]));
  }

  private PackedWriter spans() {
    Partition partition = attribution.partition();
    SpanLocations locations = partition.locations();
    PackedWriter to = new PackedWriter().number(locations.count());
    to.column(locations.count(), locations::image).column(locations.count(), locations::section);
    to.column(locations.count(), locations::segment);
    to.column(locations.count(), row -> locations.isLoaded(row) ? 1 : 0);
    int rows = partition.spanCount();
    to.number(rows).column(rows, row -> partition.end(row) - partition.start(row));
    to.column(rows, partition::kindOrdinal).column(rows, partition::basisOrdinal);
    to.column(rows, partition::location).column(rows, partition::owner);
    to.column(rows, partition::subject);
    return to.column(rows, partition::evidencePair);
  }

  private static PackedWriter answer(String name, long[][] columns) {
    PackedWriter to = new PackedWriter().text(name).number(columns.length);
    for (long[] column : columns) {
      to.number(column.length).column(column.length, row -> column[row]);
    }
    return to;
  }

  private PackedWriter bodies() {
    int[] all = new int[owners.firstLabel()];
    Arrays.setAll(all, owner -> owner);
    int[] hashes = attribution.bodies().of(all);
    PackedWriter to = new PackedWriter();
    to.column(all.length, owner -> hashes[owner] == BodyHashes.NONE ? 0 : 1);
    for (int hash : hashes) {
      if (hash != BodyHashes.NONE) {
        to.u8(hash >>> 24).u8(hash >>> 16).u8(hash >>> 8).u8(hash);
      }
    }
    return to;
  }
}
