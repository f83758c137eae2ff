package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The object files (or sources compiled to one) that an image was made of, as far as it says.
 *
 * <p>Files say it by ELF and COFF file symbols, the debug map of Mach-O, the modules of a program
 * database.
 *
 * <p>A member has symbols, address ranges, or both. Names stay bytes until someone asks for text.
 */
public final class MemberTable {
  /** Stands in the name of a member where the linker has, or may have, lost some characters. */
  public static final String LOST = "?";

  private final List<Bytes> namePool;
  private final LongColumn nameStart;
  private final IntColumn nameLength;
  private final List<String> container;
  private final int[] runStart;
  private final int[] runEnd;
  private final int[] runMember;
  private final LongColumn rangeAddress;
  private final LongColumn rangeSize;
  private final IntColumn rangeMember;
  private final boolean isOfMap;

  private MemberTable(Builder builder) {
    namePool = List.copyOf(builder.namePool);
    nameStart = builder.nameStart;
    nameLength = builder.nameLength;
    container = List.copyOf(builder.container);
    runStart = builder.runStart.freeze();
    runEnd = builder.runEnd.freeze();
    runMember = builder.runMember.freeze();
    rangeAddress = builder.rangeAddress;
    rangeSize = builder.rangeSize;
    rangeMember = builder.rangeMember;
    isOfMap = builder.isOfMap;
  }

  /** Whether a linker map tells the ranges: then they are all there are, and each is exact. */
  public boolean isOfMap() {
    return isOfMap;
  }

  /** How many members there are. */
  public int count() {
    return namePool.size();
  }

  /**
   * Name of a member as the file has it: of a source or object file, with or without its folder.
   */
  public String name(int member) {
    long start = nameStart.get(member);
    return namePool.get(member).text(start, start + nameLength.get(member));
  }

  /** Name of the archive that a member was taken from; empty if the file states none apart. */
  public String container(int member) {
    return container.get(member);
  }

  /**
   * How many runs of symbols there are: rows of the {@link SymbolTable} that follow each other and
   * are of one member. Runs are in ascending order and do not overlap.
   */
  public int runCount() {
    return runStart.length;
  }

  /** First symbol of a run. */
  public int runStart(int run) {
    return runStart[run];
  }

  /** End of a run, exclusive. */
  public int runEnd(int run) {
    return runEnd[run];
  }

  /** The member of the symbols of a run. */
  public int runMember(int run) {
    return runMember[run];
  }

  /** How many ranges of addresses there are, in the order of the file. */
  public int rangeCount() {
    return rangeMember.count();
  }

  /** Virtual address of the first byte of a range. */
  public long rangeAddress(int range) {
    return rangeAddress.get(range);
  }

  /** Bytes of a range. */
  public long rangeSize(int range) {
    return rangeSize.get(range);
  }

  /** The member that a range is of. */
  public int rangeMember(int range) {
    return rangeMember.get(range);
  }

  @Override
  public String toString() {
    return count() + " members";
  }

  /** Members while they are found. */
  public static final class Builder {
    private final List<Bytes> namePool = new ArrayList<>();
    private final LongColumn nameStart = new LongColumn(0);
    private final IntColumn nameLength = new IntColumn(0);
    private final List<String> container = new ArrayList<>();
    private final IntColumn runStart = new IntColumn(0);
    private final IntColumn runEnd = new IntColumn(0);
    private final IntColumn runMember = new IntColumn(0);
    private final LongColumn rangeAddress = new LongColumn(0);
    private final LongColumn rangeSize = new LongColumn(0);
    private final IntColumn rangeMember = new IntColumn(0);
    private boolean isOfMap;
    private int openMember = -1;
    private int openStart;

    /** No members yet. */
    public Builder() {}

    /**
     * Adds a member and returns its row.
     *
     * @param pool the bytes that hold its name
     * @param start where the name starts in {@code pool}
     * @param length bytes of the name
     * @param archive the archive it was taken from; empty if not stated apart
     */
    public int add(Bytes pool, long start, int length, String archive) {
      Objects.requireNonNull(pool, "pool");
      Objects.requireNonNull(archive, "archive");
      boolean fits = pool.contains(start, length);
      namePool.add(pool);
      nameStart.add(fits ? start : 0);
      nameLength.add(fits ? length : 0);
      container.add(archive);
      return namePool.size() - 1;
    }

    /** Symbols from now on are of this member, or of none if it is negative. */
    void open(int member, int nextSymbol) {
      if (openMember >= 0 && openStart < nextSymbol) {
        runStart.add(openStart);
        runEnd.add(nextSymbol);
        runMember.add(openMember);
      }
      openMember = member;
      openStart = nextSymbol;
    }

    /** Says that a linker map tells the ranges. */
    public void ofMap() {
      isOfMap = true;
    }

    /** Says that a range of addresses is of a member. */
    public void range(int member, long address, long size) {
      rangeMember.add(member);
      rangeAddress.add(address);
      rangeSize.add(size);
    }

    /** The table, given how many symbols the image has. The builder must not be used afterwards. */
    public MemberTable freeze(int symbols) {
      open(-1, symbols);
      return new MemberTable(this);
    }
  }
}
