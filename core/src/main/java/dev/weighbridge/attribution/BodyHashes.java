package dev.weighbridge.attribution;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of the bodies of owners: of the bytes in the file that are their own, not about them. Two
 * builds of a function that changed nothing but its name have the same.
 *
 * <p>They are the same on every machine. Immutable.
 */
public final class BodyHashes {
  /** Stands for an owner without any body. */
  public static final int NONE = 0;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Bytes bytes;
  private final Partition partition;
  private final Owners owners;

  private final int @Nullable [] stored;

  /**
   * Hashes of the bodies of a file.
   *
   * @param stored they by owner if they are known; null if they are to be taken of the bytes
   */
  BodyHashes(Bytes bytes, Partition partition, Owners owners, int @Nullable [] stored) {
    this.bytes = bytes;
    this.partition = partition;
    this.owners = owners;
    this.stored = stored;
  }

  /** Hashes of the same owners where the spans say more of whose they are. */
  BodyHashes of(Bytes file, Partition spans) {
    return new BodyHashes(file, spans, owners, stored);
  }

  /** The hash of each of some owners, {@link #NONE} for one without a body; reads only theirs. */
  public int[] of(int[] wanted) {
    Objects.requireNonNull(wanted, "wanted");
    int[] byOwner = stored == null ? hash(wanted) : stored;
    int[] hashes = new int[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      hashes[i] = byOwner[wanted[i]];
    }
    return hashes;
  }

  private int[] hash(int[] wanted) {
    long[] state = new long[owners.count()];
    boolean[] isWanted = new boolean[state.length];
    for (int owner : wanted) {
      isWanted[owner] = !owners.isLabel(owner);
    }
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Work.checkAt(span);
      int owner = partition.owner(span);
      if (isWanted[owner] && partition.subject(span) < 0) {
        state[owner] = mix(state[owner], bytes, partition.start(span), partition.end(span));
      }
    }
    int[] hashes = new int[state.length];
    Arrays.setAll(hashes, owner -> fold(state[owner]));
    return hashes;
  }

  private static long mix(long before, Bytes bytes, long start, long end) {
    long hash = before ^ (end - start);
    long at = start;
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      hash = Long.rotateLeft((hash ^ bytes.i64(at)) * FACTOR, 29);
    }
    for (; at < end; at++) {
      hash = Long.rotateLeft((hash ^ bytes.u8(at)) * FACTOR, 29);
    }
    return hash;
  }

  private static int fold(long state) {
    long mixed = (state ^ state >>> 31) * FACTOR;
    int hash = (int) (mixed >>> 32);
    return state == 0 ? NONE : hash == NONE ? 1 : hash;
  }

  @Override
  public String toString() {
    return "hashes of " + owners;
  }
}
