package dev.weighbridge.formats.packages;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a walk tells of a package, written down. */
final class WalkedPackage implements PackageVisitor {
  final List<Row> rows = new ArrayList<>();
  final Map<String, Long> own = new LinkedHashMap<>();
  final List<String> parts = new ArrayList<>();
  final List<String> defects = new ArrayList<>();
  private final boolean isRead;
  private EntryHeader header = EntryHeader.plain("", EntryKind.OTHER, "");
  private byte[] content = {};

  record Row(EntryHeader header, long overhead, long shipped, long fileSize, Bytes contents) {
    byte[] content() {
      return contents.toArray(0, contents.length());
    }
  }

  private WalkedPackage(boolean isRead) {
    this.isRead = isRead;
  }

  /** Nothing walked yet; contents will be read. */
  static WalkedPackage empty() {
    return new WalkedPackage(true);
  }

  static WalkedPackage of(String name, byte[] file, boolean isRead) {
    Bytes bytes = Bytes.of(file);
    WalkedPackage walked = new WalkedPackage(isRead);
    try {
      PackageFormat format = PackageFormat.of(bytes).orElseThrow();
      PackageWalk.walk(name, Region.ofFile(bytes), format, walked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return walked;
  }

  long sum() {
    long sum = 0;
    for (Row row : rows) {
      sum += row.overhead() + row.shipped();
    }
    for (long bytes : own.values()) {
      sum += bytes;
    }
    return sum;
  }

  Row row(String path) {
    return rows.stream().filter(row -> row.header().path().equals(path)).findFirst().orElseThrow();
  }

  @Override
  public void part(String name) {
    parts.add(name);
  }

  @Override
  public void own(String label, long shipped) {
    own.merge(label, shipped, Long::sum);
  }

  @Override
  public void entry(EntryHeader next, ContentStream stream) throws IOException {
    header = next;
    byte[] read = new byte[isRead ? 1 << 20 : 0];
    content = Arrays.copyOf(read, stream.readUpTo(read, 0, read.length));
  }

  @Override
  public void defect(String path, long offset, String expected, String found) {
    defects.add(path + ": expected " + expected + ", found " + found);
  }

  @Override
  public void weighed(long overhead, long shipped, long fileSize) {
    rows.add(new Row(header, overhead, shipped, fileSize, Bytes.of(content)));
  }
}
