package dev.weighbridge.formats.internal.packages.carriers;

import dev.weighbridge.formats.internal.appended.KernelImage;
import dev.weighbridge.formats.internal.packages.compression.Compression;
import dev.weighbridge.formats.internal.packages.compression.CostedContents;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.util.Optional;

/** Goes through a Linux kernel that unpacks itself: what unpacks, and what is unpacked. */
public final class KernelReader {
  private static final String UNPACKER = "[decompressor]";

  private final Region file;
  private final KernelImage image;
  private final String structure;
  private final PackageVisitor visitor;

  public KernelReader(Region file, KernelImage image, String structure, PackageVisitor visitor) {
    this.file = file;
    this.image = image;
    this.structure = structure;
    this.visitor = visitor;
  }

  public void read() throws IOException {
    if (image.payloadEnd() > file.length()) {
      throw new MalformedBinaryException(
          structure + ": packed kernel",
          image.payloadStart(),
          image.payloadEnd() - image.payloadStart() + " bytes",
          file.length() - image.payloadStart() + " before the end of the file");
    }
    visitor.own("[setup code]", file.shipped(0, image.setupEnd()));
    visitor.own(UNPACKER, file.shipped(image.setupEnd(), image.payloadStart()));
    Region packed = file.slice(image.payloadStart(), image.payloadEnd() - image.trailer());
    long trailer = file.shipped(image.payloadStart(), image.payloadEnd()) - packed.shipped();
    Compression compression = Compression.of(packed.bytes());
    String problem = compression.problem();
    String codec = compression.label();
    EntryHeader header = new EntryHeader("vmlinux", EntryKind.FILE, "", codec, problem);
    if (problem.isEmpty()) {
      ContentStream content = content(packed, compression);
      long start = content.used();
      visitor.entry(header, content);
      content.finish(structure);
      long shipped = content.used() - start;
      visitor.weighed(packed.shipped() - shipped + trailer, shipped, content.place());
    } else {
      visitor.entry(header, new PlainStream(packed.slice(0, 0)));
      visitor.weighed(trailer, packed.shipped(), 0);
    }
    visitor.own(UNPACKER, file.shipped(image.payloadEnd(), file.length()));
  }

  private ContentStream content(Region packed, Compression compression) throws IOException {
    Optional<Region> costed = CostedContents.of(packed, compression, structure);
    return costed.isPresent() ? new PlainStream(costed.get()) : compression.open(packed, structure);
  }
}
