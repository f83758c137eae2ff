package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.ar.ArMember;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.util.List;

/** Goes through a package of Debian: deb(5), an archive of ar with two tar archives. */
public final class DebReader {
  private static final int HEADER = 60;

  private final Region region;
  private final String structure;
  private final PackageVisitor visitor;

  public DebReader(Region region, String structure, PackageVisitor visitor) {
    this.region = region;
    this.structure = structure;
    this.visitor = visitor;
  }

  public void read() throws IOException {
    List<ArMember> members = ArFile.of(region.bytes()).members();
    long at = 0;
    for (int i = 0; i < members.size(); i++) {
      ArMember member = members.get(i);
      boolean isLast = i == members.size() - 1;
      long contentEnd = member.fileEnd();
      long end =
          isLast
              ? Math.min(region.length(), contentEnd + (contentEnd & 1))
              : members.get(i + 1).fileStart();
      visitor.part("");
      visitor.own("[archive]", region.shipped(at, member.fileStart()));
      long overhead =
          region.shipped(member.fileStart(), member.contentStart())
              + region.shipped(contentEnd, end);
      member(member, region.slice(member.contentStart(), contentEnd), overhead);
      at = end;
    }
    long left = region.length() - at;
    if (left > 1 && left < HEADER) {
      throw new MalformedBinaryException(
          structure + ": ar header",
          at,
          HEADER + " bytes",
          left + " before the end of the package");
    }
    visitor.part("");
    visitor.own("[behind the archive]", region.shipped(at, region.length()));
  }

  private void member(ArMember member, Region contents, long overhead) throws IOException {
    // What is stated holds a long name of BSD, too.
    long stated = member.statedSize() - (member.contentStart() - member.fileStart() - HEADER);
    if (contents.length() < stated) {
      throw new MalformedBinaryException(
          structure + "!" + member.name(),
          member.contentStart(),
          stated + " bytes",
          contents.length() + " before the end of the package");
    }
    if (member.name().contains(".tar")) {
      visitor.part(member.name());
      visitor.own("[archive]", overhead);
      new ArchiveWalk(structure + "!" + member.name(), visitor).read(contents);
      return;
    }
    visitor.entry(EntryHeader.plain(member.name(), EntryKind.FILE, ""), new PlainStream(contents));
    visitor.weighed(overhead, contents.shipped(), contents.length());
  }
}
