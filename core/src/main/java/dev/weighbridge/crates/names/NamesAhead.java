package dev.weighbridge.crates.names;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.formats.internal.tasks.Task;
import dev.weighbridge.internal.names.SymbolNames;

/**
 * Reads names ahead of who wants to know the crates they mention: a thread of its own begins with
 * the last ones, and they meet in the middle. What a name says is the same whoever reads it; what
 * is concluded from all of them is left to who goes through them in their order.
 */
public final class NamesAhead {
  /** So many names are read as fast by one. */
  public static final int LEAST = 1 << 13;

  /** Names that are read at a time. */
  private static final int PART = 1 << 10;

  private static final byte NOT_RUST = 0;
  private static final byte LEGACY = 1;
  private static final byte V0 = 2;

  private final Owners owners;
  private final boolean[] isWanted;
  private final byte[] scheme;
  private final long[] responsible;
  private final long[] defining;
  private final SymbolNames names = new SymbolNames();
  private final RustNameReader reader = new RustNameReader();
  private final Task<Boolean> reading;

  /** The first part that nobody has begun with. */
  private int begin;

  /** The first part that was read ahead, or is being read. */
  private int end;

  /** Whether the two have met; only who asks knows it. */
  private boolean isMet;

  /**
   * Begins to read the names of symbols.
   *
   * @param isWanted which owners' names
   */
  public NamesAhead(Owners owners, boolean[] isWanted) {
    this.owners = owners;
    this.isWanted = isWanted;
    int count = owners.firstLabel();
    scheme = new byte[count];
    responsible = new long[count];
    defining = new long[count];
    end = (count + PART - 1) / PART;
    reading = new Task<>(this::read).start("weighbridge names");
  }

  private boolean read() {
    for (int part = last(); part >= 0; part = last()) {
      int until = Math.min(scheme.length, (part + 1) * PART);
      for (int owner = part * PART; owner < until; owner++) {
        if (isWanted[owner] && owners.isSymbol(owner)) {
          read(owner);
        }
      }
    }
    return true;
  }

  private void read(int owner) {
    if (reader.read(names.of(owners.symbols(owner), owners.symbolRow(owner)))) {
      scheme[owner] = reader.scheme() == ManglingScheme.V0 ? V0 : LEGACY;
      responsible[owner] = reader.responsibleCrate().id();
      defining[owner] = reader.definingCrate().id();
    }
  }

  /** Takes the last part that nobody has begun with; -1 if there is none. */
  private synchronized int last() {
    return end > begin ? --end : -1;
  }

  /** Takes the part of an owner, unless it was taken; whether it was. */
  private synchronized boolean isTaken(int owner) {
    if (owner / PART >= end) {
      return true;
    }
    begin = owner / PART + 1;
    return false;
  }

  /**
   * Whether the name of an owner was read ahead; who asks goes through owners in their order, and
   * waits for the part in which the two meet.
   */
  public boolean has(int owner) {
    if (isMet || owner < begin * PART) {
      return isMet;
    }
    isMet = isTaken(owner) && reading.result();
    return isMet;
  }

  /** Whether a name that was read ahead is mangled as Rust does. */
  public boolean isRust(int owner) {
    return scheme[owner] != NOT_RUST;
  }

  /** Whether it is mangled by the v0 scheme. */
  public boolean isV0(int owner) {
    return scheme[owner] == V0;
  }

  /** The identity of the crate to whom it is due, by the names of crates alone; 0 for none. */
  public long responsible(int owner) {
    return responsible[owner];
  }

  /** The identity of the crate whose source holds it; 0 for none. */
  public long defining(int owner) {
    return defining[owner];
  }
}
