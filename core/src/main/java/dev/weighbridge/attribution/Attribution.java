package dev.weighbridge.attribution;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file, its partition and the owners its spans name: what every dimension reads. Immutable. */
public final class Attribution {
  private final BinaryFile file;
  private final Partition partition;
  private final Owners owners;
  private final List<AddressMap> maps;
  private final BodyHashes bodies;
  private final List<Section> sections = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final DerivedAnswers<Attribution> derived;
  private final Attribution uncut;

  private Attribution(
      BinaryFile file,
      Partition partition,
      Owners owners,
      List<AddressMap> maps,
      BodyHashes bodies,
      Map<String, long[][]> answers) {
    this.file = file;
    this.derived = new DerivedAnswers<>(this, answers);
    this.uncut = this;
    this.partition = partition;
    this.owners = owners;
    this.maps = List.copyOf(maps);
    this.bodies = bodies;
    for (BinaryImage image : file.images()) {
      for (int row = 0; row < image.sections().count(); row++) {
        sections.add(image.sections().row(row));
      }
      for (int row = 0; row < image.segments().count(); row++) {
        segments.add(image.segments().row(row));
      }
    }
  }

  private Attribution(Attribution uncut, Partition partition) {
    this.file = uncut.file;
    this.uncut = uncut;
    this.partition = partition;
    this.owners = uncut.owners;
    this.maps = uncut.maps;
    this.derived = new DerivedAnswers<>(this, uncut.derived.saved());
    this.bodies = uncut.bodies;
    sections.addAll(uncut.sections);
    segments.addAll(uncut.segments);
  }

  /**
   * An attribution of a file, of parts that were found in it. For those who find them; everybody
   * else opens a model.
   *
   * @param maps where the addresses of each image lie
   */
  public static Attribution of(
      BinaryFile file, Partition partition, Owners owners, List<AddressMap> maps) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(owners, "owners");
    Objects.requireNonNull(maps, "maps");
    BodyHashes bodies = new BodyHashes(file.bytes(), partition, owners, null);
    return new Attribution(file, partition, owners, maps, bodies, Map.of());
  }

  /**
   * An attribution of a file whose bytes are gone, of parts that were saved.
   *
   * @param maps where the addresses of each image lie
   * @param bodyHashes of its bodies by owner
   * @param answers what was found in the bytes before they were gone: columns by the names of
   *     {@linkplain Derivation#codec keys that are kept}
   */
  public static Attribution withoutBytes(
      BinaryFile file,
      Partition partition,
      Owners owners,
      List<AddressMap> maps,
      int[] bodyHashes,
      Map<String, long[][]> answers) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(owners, "owners");
    Objects.requireNonNull(maps, "maps");
    Objects.requireNonNull(bodyHashes, "bodyHashes");
    Objects.requireNonNull(answers, "answers");
    BodyHashes bodies = new BodyHashes(file.bytes(), partition, owners, bodyHashes);
    return new Attribution(file, partition, owners, maps, bodies, answers);
  }

  /** The facts this rests on. */
  public BinaryFile file() {
    return file;
  }

  /** The spans. */
  public Partition partition() {
    return partition;
  }

  /**
   * The same attribution with spans also cut at some places, which share what their whole was.
   *
   * @param places ascending file offsets; made once for the same places, then kept
   */
  public Attribution cutAt(long[] places) {
    Objects.requireNonNull(places, "places");
    if (places.length == 0) {
      return this;
    }
    return uncut.get(new Cut(places.clone()));
  }

  /**
   * An attribution that is cut at some places; no record, because those do not look into arrays.
   */
  private static final class Cut implements Derivation<Attribution, Attribution> {
    private final long[] places;

    Cut(long[] places) {
      this.places = places;
    }

    @Override
    public String name() {
      return "cut spans";
    }

    @Override
    public Attribution derive(Attribution whole, Work work) {
      return new Attribution(whole, whole.partition.cutAt(places));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cut cut && Arrays.equals(places, cut.places);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(places);
    }
  }

  /**
   * An attribution of the same file with spans that say more; for {@link Refinement refinements}.
   * It is not cut from this one: tables by span are made anew for it.
   *
   * @param spans made by {@link Partition#refine}
   * @throws IllegalStateException if they take back what the spans here say of sections and kinds,
   *     or change an owner to one that is proven no better
   */
  public Attribution refined(Partition spans) {
    Objects.requireNonNull(spans, "spans");
    new RefinementProof(partition, spans).check();
    return new Attribution(
        file, spans, owners, maps, bodies.of(file.bytes(), spans), derived.saved());
  }

  /** The attribution that {@link #cutAt} has cut, or this one: same file, same owners. */
  public Attribution uncut() {
    return uncut;
  }

  /** What the spans' owner and subject ids mean. */
  public Owners owners() {
    return owners;
  }

  /** Hashes of the bodies of owners. */
  public BodyHashes bodies() {
    return bodies;
  }

  /** The sections of all images; {@link Partition#section} is an index into this list. */
  public List<Section> sections() {
    return List.copyOf(sections);
  }

  /** The section with this index. */
  public Section section(int index) {
    return sections.get(index);
  }

  /** The segments of all images; {@link Partition#segment} is an index into this list. */
  public List<Segment> segments() {
    return List.copyOf(segments);
  }

  /** The segment with this index. */
  public Segment segment(int index) {
    return segments.get(index);
  }

  /** Where the addresses of an image lie. */
  public AddressMap addressMap(int image) {
    return maps.get(image);
  }

  /**
   * An answer derived from this attribution, made by whoever asks first and kept for all others.
   *
   * <p>Makers may ask for other answers, though not in a circle. Safe for several threads: an
   * answer is made once, and who asks meanwhile waits. If making it fails nothing is kept, and what
   * was thrown reaches whoever asked.
   *
   * @param key what to make and how, usually a {@link DerivedKey}
   * @throws IllegalStateException if the answer is asked for while it is made on behalf of itself
   */
  public <T> T get(Derivation<Attribution, T> key) {
    Objects.requireNonNull(key, "key");
    return derived.get(key);
  }

  /**
   * As {@link #get(Derivation)}, with somebody to tell of progress.
   *
   * @param work also that of all answers which are made on the way
   * @throws java.util.concurrent.CancellationException if the work is cancelled before it is done
   */
  public <T> T get(Derivation<Attribution, T> key, Work work) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(work, "work");
    return derived.get(key, work);
  }

  /** Virtual address of a span's first byte, or -1 if it is not loaded. */
  public long address(int span) {
    int image = partition.image(span);
    return image < 0 ? -1 : maps.get(image).address(partition.start(span));
  }

  /** Who pays for a span: its subject under full pricing if it has one, else its owner. */
  public int payer(int span, Pricing pricing) {
    Objects.requireNonNull(pricing, "pricing");
    int subject = partition.subject(span);
    return pricing == Pricing.FULL && subject >= 0 ? subject : partition.owner(span);
  }

  /** How many symbols and functions pay for some spans under full pricing. */
  public int countPayers(int[] spans) {
    Objects.requireNonNull(spans, "spans");
    int[] payers = new int[spans.length];
    for (int i = 0; i < spans.length; i++) {
      payers[i] = payer(spans[i], Pricing.FULL);
    }
    Arrays.sort(payers);
    int count = 0;
    for (int i = 0; i < payers.length; i++) {
      boolean isNew = i == 0 || payers[i] != payers[i - 1];
      if (isNew && !owners.isLabel(payers[i])) {
        count++;
      }
    }
    return count;
  }

  /** The place of a virtual address in the first image that has it; -1 if none has. */
  public long placeOfAddress(long address) {
    for (AddressMap map : maps) {
      long place = map.place(address);
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return file + ", " + partition;
  }
}
