package dev.weighbridge.formats.internal.packages.squashfs;

import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.packages.entries.SampledShares;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through a file system of squashfs 4.0, as snaps are and AppImages carry. Contents that
 * several files share are of the first; a fragment is shared evenly by the bytes in it.
 */
public final class SquashReader {
  private static final int LONGEST_PATH = 1 << 16;

  /** Blocks of all files: of 128 KiB each they are 2 TiB. */
  private static final int MOST_BLOCKS = 1 << 24;

  private final Region region;
  private final SquashImage image;
  private final SquashBlocks blocks;
  private final PackageVisitor visitor;
  private final List<Found> found = new ArrayList<>();
  private final Map<Long, Long> fragmentEnds = new HashMap<>();
  private final Map<Long, String> paths = new HashMap<>();
  private final Set<Long> charged = new HashSet<>();
  private long blockCount;

  private record Found(String path, SquashFile file, String sameAs) {}

  private record Directory(String path, SquashFile file) {}

  public SquashReader(Region region, String structure, PackageVisitor visitor) {
    this.region = region;
    this.visitor = visitor;
    image = new SquashImage(region.bytes(), structure);
    blocks = new SquashBlocks(region, image, structure);
  }

  public void read() throws IOException {
    find();
    found.sort(Comparator.comparingLong(one -> place(one.file())));
    long dataStart = SquashImage.SUPERBLOCK;
    visitor.own("[superblock]", region.shipped(0, dataStart));
    long left = region.shipped(dataStart, image.inodeTable());
    for (Found one : found) {
      left -= entry(one);
      if (left < 0) {
        throw image.malformed(-1, "files that share no bytes", one.path());
      }
    }
    visitor.own("[gap]", left);
    visitor.own("[inode table]", region.shipped(image.inodeTable(), image.directoryTable()));
    visitor.own(
        "[directory and other tables]", region.shipped(image.directoryTable(), image.end()));
    visitor.own("[padding]", region.shipped(image.end(), region.length()));
  }

  /** In the order of their data; what has none comes first. */
  private static long place(SquashFile file) {
    if (file.kind() != EntryKind.FILE) {
      return -1;
    }
    boolean isFragment = file.blocks().count() == 0 && file.fragment() >= 0;
    return isFragment ? file.fragment() << 32 | file.tailStart() : file.start();
  }

  private void find() throws IOException {
    Deque<Directory> open = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    SquashFile root = SquashFile.read(image, image.root());
    open.push(new Directory("", root));
    seen.add(image.root());
    while (!open.isEmpty()) {
      Directory directory = open.pop();
      long size = directory.file().size() - 3;
      if (size <= 0) {
        continue;
      }
      SquashMetadata in =
          SquashMetadata.at(image, image.directoryTable(), directory.file().start());
      while (size > 0) {
        long count = in.u32() + 1;
        long block = in.u32();
        in.pass(4);
        size -= 12;
        for (long i = 0; i < count && size > 0; i++) {
          int place = in.u16();
          in.pass(4);
          int length = in.u16() + 1;
          size -= 8 + length;
          member(directory.path() + in.text(length), block << 16 | place, open, seen);
        }
      }
    }
  }

  private void member(String path, long inode, Deque<Directory> open, Set<Long> seen)
      throws IOException {
    if (found.size() == Limits.MAX_PACKAGE_ENTRIES) {
      throw new UnsupportedBinaryException(
          "package", -1, "at most " + Limits.MAX_PACKAGE_ENTRIES + " entries", "more");
    }
    if (path.length() > LONGEST_PATH) {
      throw image.malformed(
          -1, "a path of at most " + LONGEST_PATH + " characters", "a longer one");
    }
    String first = paths.putIfAbsent(inode, path);
    SquashFile file = SquashFile.read(image, inode);
    blockCount += file.blocks().count();
    if (blockCount > MOST_BLOCKS) {
      throw new UnsupportedBinaryException(
          "package", -1, "files of at most " + MOST_BLOCKS + " blocks together", "more");
    }
    found.add(new Found(path, file, first == null ? "" : first));
    if (file.kind() == EntryKind.DIRECTORY) {
      if (!seen.add(inode)) {
        throw image.malformed(-1, "directories that are each in one other", path);
      }
      open.push(new Directory(path + "/", file));
    } else if (file.fragment() >= 0) {
      long end = file.tailStart() + file.tailSize(image.blockSize());
      fragmentEnds.merge(file.fragment(), end, Math::max);
    }
  }

  /** Tells a file; gives what it ships. */
  private long entry(Found one) throws IOException {
    SquashFile file = one.file();
    boolean isLink = file.kind() == EntryKind.FILE && !one.sameAs().isEmpty();
    if (file.kind() != EntryKind.FILE || isLink) {
      EntryKind kind = isLink ? EntryKind.HARD_LINK : file.kind();
      String link = isLink ? one.sameAs() : file.link();
      visitor.entry(EntryHeader.plain(one.path(), kind, link), new PlainStream(region.slice(0, 0)));
      visitor.weighed(0, 0, 0);
      return 0;
    }
    long[] costs = costs(file);
    String codec = image.codec().label();
    EntryHeader header = new EntryHeader(one.path(), EntryKind.FILE, "", codec, "");
    visitor.entry(header, new SquashContent(blocks, file, costs));
    long shipped = 0;
    for (long cost : costs) {
      shipped += cost;
    }
    visitor.weighed(0, shipped, file.size());
    return shipped;
  }

  private long[] costs(SquashFile file) throws IOException {
    int count = file.blocks().count();
    long[] costs = new long[count + 1];
    // Files of the same contents have their blocks at the same place.
    boolean isFirst = file.blocks().sum() == 0 || charged.add(file.start());
    long at = file.start();
    for (int i = 0; isFirst && i < count; i++) {
      long end = at + file.blocks().size(i);
      if (at < 0 || end > image.inodeTable()) {
        throw image.malformed(-1, "blocks before the inode table", "one at " + at);
      }
      costs[i] = region.shipped(at, end);
      at = end;
    }
    if (file.fragment() >= 0 && charged.add(~(file.fragment() << 32 | file.tailStart()))) {
      SquashBlocks.Place place = blocks.place(file.fragment());
      long end = place.start() + place.size();
      if (place.start() < 0 || end > image.inodeTable()) {
        throw image.malformed(-1, "fragments before the inode table", "one at " + place.start());
      }
      long all = region.shipped(place.start(), end);
      long size = fragmentEnds.getOrDefault(file.fragment(), 1L);
      long tailEnd = file.tailStart() + file.tailSize(image.blockSize());
      costs[count] =
          SampledShares.between(all, tailEnd, size)
              - SampledShares.between(all, file.tailStart(), size);
    }
    return costs;
  }
}
