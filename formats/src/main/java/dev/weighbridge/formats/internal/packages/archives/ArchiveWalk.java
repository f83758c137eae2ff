package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.internal.codec.GzipHeader;
import dev.weighbridge.formats.internal.packages.compression.Compression;
import dev.weighbridge.formats.internal.packages.compression.CostedContents;
import dev.weighbridge.formats.internal.packages.compression.GzipStream;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import java.io.IOException;
import java.util.Optional;

/** Goes through one archive, or one file, that may be packed as a whole. */
public final class ArchiveWalk {
  /** The archives of an Alpine package, each a member of gzip. */
  private static final String[] ALPINE = {"signature", "control", "data"};

  private final String structure;
  private final PackageVisitor visitor;

  public ArchiveWalk(String structure, PackageVisitor visitor) {
    this.structure = structure;
    this.visitor = visitor;
  }

  /** Reads all of it. */
  public void read(Region file) throws IOException {
    read(file, Compression.of(file.bytes()));
  }

  /** Reads all of what is packed in a way that is known already. */
  public void read(Region file, Compression compression) throws IOException {
    boolean isAlpine = compression == Compression.GZIP && isAlpine(file);
    if (isAlpine) {
      members(file);
      return;
    }
    // Brotli is unpacked as a whole when it is opened, and no kernel reads it.
    if (compression != Compression.BROTLI
        && Contents.of(compression.open(file, structure)) == Contents.CPIO) {
      new CpioSegments(structure, visitor).read(file);
      return;
    }
    Optional<Region> costed = CostedContents.of(file, compression, structure);
    if (costed.isPresent()) {
      Contents contents = Contents.of(new PlainStream(costed.get()));
      stream(file, new PlainStream(costed.get()), contents, compression);
      return;
    }
    Contents contents = Contents.of(compression.open(file, structure));
    stream(file, compression.open(file, structure), contents, compression);
  }

  private void stream(Region file, ContentStream stream, Contents contents, Compression compression)
      throws IOException {
    long start = stream.used();
    if (contents == Contents.TAR) {
      new TarReader(stream, structure, visitor).read();
    } else {
      single(stream, compression);
    }
    if (compression != Compression.NONE) {
      visitor.own("[compression frame]", file.shipped() - (stream.used() - start));
    }
  }

  /** One file that is packed: what is called {@code app.gz} holds {@code app}. */
  private void single(ContentStream stream, Compression compression) throws IOException {
    long start = stream.used();
    String name =
        structure.substring(Math.max(structure.lastIndexOf('/'), structure.lastIndexOf('!')) + 1);
    int dot = name.lastIndexOf('.');
    String path = dot > 0 && compression != Compression.NONE ? name.substring(0, dot) : name;
    visitor.entry(new EntryHeader(path, EntryKind.FILE, "", compression.label(), ""), stream);
    stream.finish(structure);
    visitor.weighed(0, stream.used() - start, stream.place());
  }

  /** Whether the first file is one that Alpine's packages begin with. */
  private boolean isAlpine(Region file) throws IOException {
    GzipStream first = new GzipStream(file, structure, true);
    byte[] head = new byte[TarHeader.BLOCK];
    int count = first.readUpTo(head, 0, head.length);
    if (!TarReader.begins(head, count)) {
      return false;
    }
    String path = new TarHeader(head).path();
    return path.startsWith(".SIGN.") || path.equals(".PKGINFO");
  }

  private void members(Region file) throws IOException {
    long at = 0;
    for (int member = 0; GzipHeader.begins(file.bytes(), at); member++) {
      Region rest = file.slice(at, file.length());
      int name = Math.min(member, ALPINE.length - 1);
      visitor.part(ALPINE[name]);
      GzipStream stream = new GzipStream(rest, structure, true);
      long start = stream.used();
      new TarReader(stream, structure, visitor).read();
      long end = at + stream.packedEnd();
      visitor.own("[compression frame]", file.shipped(at, end) - (stream.used() - start));
      at = end;
    }
    visitor.part("");
    visitor.own("[behind the archive]", file.shipped(at, file.length()));
  }
}
