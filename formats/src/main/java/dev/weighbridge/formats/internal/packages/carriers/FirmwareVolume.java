package dev.weighbridge.formats.internal.packages.carriers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through firmware volumes of UEFI, one behind the other: UEFI PI 1.8, volume 3, sections 3.2
 * and 3.3.
 */
public final class FirmwareVolume {
  /** "_FVH", so far behind the start. */
  private static final int SIGNATURE = 0x4856_465F;

  private static final int SIGNATURE_START = 40;
  private static final int HEADER = 56;
  private static final int FILE_HEADER = 24;
  private static final int LARGE_FILE_HEADER = 32;
  private static final int PAD_FILE = 0xF0;

  /** Files of the second and third form of the file system. */
  private static final String FFS2 = "8C8CE578-8A3D-4F1C-9935-896185C32DD3";

  private static final String FFS3 = "5473C07A-3DCB-4DCA-BD6F-1E9689E7349A";

  private final String structure;
  private final PackageVisitor visitor;
  private final LzmaSections packed;
  private final Set<String> paths = new HashSet<>();

  public FirmwareVolume(String structure, PackageVisitor visitor) {
    this.structure = structure;
    this.visitor = visitor;
    packed = new LzmaSections(structure);
  }

  public static boolean begins(Bytes file) {
    return isAt(file.withOrder(ByteOrder.LITTLE_ENDIAN), 0);
  }

  private static boolean isAt(Bytes bytes, long at) {
    return bytes.contains(at, HEADER) && bytes.i32(at + SIGNATURE_START) == SIGNATURE;
  }

  /** Reads all volumes of a file, and what lies between them. */
  public void read(Region region) throws IOException {
    volumes(region, "", 0);
  }

  private void volumes(Region region, String prefix, int depth) throws IOException {
    Bytes bytes = region.bytes().withOrder(ByteOrder.LITTLE_ENDIAN);
    long at = 0;
    long told = 0;
    while (at < bytes.length()) {
      if (!isAt(bytes, at)) {
        at += 8;
        continue;
      }
      visitor.own("[between volumes]", region.shipped(told, at));
      long size = bytes.i64(at + 32);
      if (size < HEADER || size > bytes.length() - at) {
        throw malformed(at, "a firmware volume within the file", "one of " + size + " bytes");
      }
      volume(region.slice(at, at + size), prefix, depth);
      at += size;
      told = at;
    }
    visitor.own("[between volumes]", region.shipped(told, bytes.length()));
  }

  private void volume(Region region, String prefix, int depth) throws IOException {
    Bytes bytes = region.bytes().withOrder(ByteOrder.LITTLE_ENDIAN);
    String system = FirmwareSection.guid(bytes, 16);
    if (!system.equals(FFS2) && !system.equals(FFS3)) {
      visitor.own("[variable store]", region.shipped());
      return;
    }
    long extended = bytes.u16(52);
    long at = bytes.u16(48);
    if (extended > 0 && bytes.contains(extended, 20)) {
      at = Math.max(at, extended + bytes.u32(extended + 16));
    }
    long told = 0;
    while (true) {
      at = at + 7 & ~7L;
      if (!bytes.contains(at, FILE_HEADER) || isFree(bytes, at)) {
        break;
      }
      boolean isLarge = (bytes.u8(at + 19) & 1) != 0 && bytes.contains(at, LARGE_FILE_HEADER);
      int header = isLarge ? LARGE_FILE_HEADER : FILE_HEADER;
      long size = isLarge ? bytes.i64(at + 24) : FirmwareSection.u24(bytes, at + 20);
      if (size < header || size > bytes.length() - at) {
        throw malformed(at, "a file within its volume", "one of " + size + " bytes");
      }
      visitor.own("[volume header]", region.shipped(told, at));
      file(region.slice(at, at + size), header, prefix, depth);
      at += size;
      told = at;
    }
    long free = Math.min(told == 0 ? at : told, bytes.length());
    visitor.own("[volume header]", region.shipped(told, free));
    visitor.own("[free space]", region.shipped(free, bytes.length()));
  }

  /** Erased bytes, in place of the name of a file. */
  private static boolean isFree(Bytes bytes, long at) {
    return bytes.i64(at) == -1 && bytes.i64(at + 8) == -1;
  }

  private void file(Region region, int header, String prefix, int depth) throws IOException {
    Bytes bytes = region.bytes().withOrder(ByteOrder.LITTLE_ENDIAN);
    int type = bytes.u8(18);
    if (type == PAD_FILE) {
      visitor.own("[padding]", region.shipped());
      return;
    }
    Region body = region.slice(header, region.length());
    List<FirmwareSection> sections = new ArrayList<>();
    // Files of raw bytes have no sections.
    boolean isRaw = type == 1 || !FirmwareSection.read(body, sections, packed, 0);
    String path = prefix + name(bytes, sections);
    if (isRaw || sections.stream().noneMatch(FirmwareSection::isWeighed)) {
      entry(unique(path), region.shipped(0, header), body);
      return;
    }
    long left = region.shipped();
    for (FirmwareSection section : sections) {
      left -= section.isWeighed() ? section.content().shipped() : 0;
    }
    for (FirmwareSection section : sections) {
      if (!section.isWeighed()) {
        continue;
      }
      boolean isVolume = section.isVolume() && begins(section.content().bytes());
      if (isVolume && depth < Limits.MAX_PACKAGE_DEPTH) {
        volumes(section.content(), path + "!/", depth + 1);
      } else {
        entry(unique(path + section.suffix()), left, section.content());
        left = 0;
      }
    }
    visitor.own("[section headers]", left);
  }

  private static String name(Bytes file, List<FirmwareSection> sections) {
    for (FirmwareSection section : sections) {
      if (section.isName()) {
        return section.name().replace('/', '_');
      }
    }
    return FirmwareSection.guid(file, 0);
  }

  private String unique(String path) {
    String name = path;
    for (int i = 2; !paths.add(name); i++) {
      name = path + " #" + i;
    }
    return name;
  }

  private void entry(String path, long overhead, Region content) throws IOException {
    visitor.entry(EntryHeader.plain(path, EntryKind.FILE, ""), new PlainStream(content));
    visitor.weighed(overhead, content.shipped(), content.length());
  }

  private MalformedBinaryException malformed(long place, String expected, String found) {
    return new MalformedBinaryException(structure + ": firmware volume", place, expected, found);
  }
}
