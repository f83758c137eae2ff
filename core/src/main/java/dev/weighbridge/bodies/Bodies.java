package dev.weighbridge.bodies;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.work.Work;
import java.util.List;

/**
 * What the symbols and functions of a file consist of: for each its own code or data, by size and
 * by hashes that are equal for equal ones.
 *
 * <p>Two hashes of a million different bodies meet with a probability below 1 in 10 million.
 * Immutable.
 */
public final class Bodies {
  private final BodySpans spans;
  private final long[] hash;
  private final long[] maskedHash;
  private final boolean isMaskingSupported;

  private Bodies(Attribution attribution, BodyType type) {
    spans = new BodySpans(attribution, type);
    hash = new long[spans.count()];
    maskedHash = new long[spans.count()];
    BodyHasher hasher = null;
    ToldBodies told = null;
    int image = -1;
    for (int body = 0; body < hash.length; body++) {
      Work.tellAt("comparing code", body, hash.length);
      int next = attribution.partition().image(spans.firstSpan(body));
      if (hasher == null || next != image) {
        image = next;
        hasher = new BodyHasher(attribution, image, type);
        BinaryImage facts = attribution.file().images().get(image);
        told = type == BodyType.CODE && facts.hasBodies() ? new ToldBodies(facts) : null;
      }
      if (told == null || !copy(told, image, body, attribution)) {
        hasher.hash(spans, body);
        hash[body] = hasher.hash();
        maskedHash[body] = hasher.maskedHash();
      }
    }
    isMaskingSupported = type == BodyType.CODE && hasReaders(attribution.file().images());
  }

  /** Takes what a format tells of a body; false if it does not know it. */
  private boolean copy(ToldBodies told, int image, int body, Attribution attribution) {
    long equal = image;
    long masked = image;
    boolean isTold = false;
    for (int i = 0; i < spans.spanCount(body); i++) {
      int row = told.at(attribution.partition().start(spans.span(body, i)));
      if (row >= 0) {
        equal = HashMixer.mix(equal, told.equalClass(row));
        masked = HashMixer.mix(HashMixer.mix(masked, told.low(row)), told.high(row));
        isTold = true;
      }
    }
    hash[body] = equal;
    maskedHash[body] = masked;
    return isTold;
  }

  private static boolean hasReaders(List<BinaryImage> images) {
    for (BinaryImage image : images) {
      if (!image.hasBodies() && InstructionSets.cursor(image).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The bodies of a type; made when first asked for, then kept. */
  public static Bodies of(Attribution attribution, BodyType type) {
    return attribution.get(new Key(type));
  }

  private record Key(BodyType type) implements DerivedKey<Bodies> {
    @Override
    public String name() {
      return "bodies";
    }

    @Override
    public Bodies derive(Attribution attribution, Work work) {
      return new Bodies(attribution, type);
    }
  }

  /** How many bodies there are. */
  public int count() {
    return hash.length;
  }

  /** Where their bytes lie; bodies are in the order of the file. */
  public BodySpans spans() {
    return spans;
  }

  /** Whose body it is: an id of {@link dev.weighbridge.attribution.Owners}. */
  public int owner(int body) {
    return spans.owner(body);
  }

  /** Bytes in the file. */
  public long size(int body) {
    return spans.size(body);
  }

  /**
   * Equal for bodies that lead to the same places and have the same bytes but for how far it is
   * there; where instructions cannot be read, those of the same bytes. Where a format tells of
   * bodies, as Wasm does: for those that do the same, whatever indices they use.
   */
  public long hash(int body) {
    return hash[body];
  }

  /** Equal for code that differs only in how far it is to something else, and in relocations. */
  public long maskedHash(int body) {
    return maskedHash[body];
  }

  /**
   * Whether the code of all images can be read instruction by instruction; if not, {@link
   * #maskedHash} is {@link #hash} for some.
   */
  public boolean isMaskingSupported() {
    return isMaskingSupported;
  }
}
