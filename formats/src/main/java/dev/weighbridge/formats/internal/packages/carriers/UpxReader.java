package dev.weighbridge.formats.internal.packages.carriers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.packages.compression.CostedContents;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.packages.entries.SampledShares;
import dev.weighbridge.formats.packages.entries.Shares;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.upx.UpxFile;
import dev.weighbridge.formats.upx.UpxPart;
import java.io.IOException;

/** Goes through a program that UPX has packed: what unpacks, and the program inside. */
public final class UpxReader {
  private static final String CODEC = "upx";

  private final Region file;
  private final String structure;
  private final PackageVisitor visitor;

  public UpxReader(Region file, String structure, PackageVisitor visitor) {
    this.file = file;
    this.structure = structure;
    this.visitor = visitor;
  }

  public void read() throws IOException {
    UpxFile upx =
        UpxFile.of(file.bytes())
            .orElseThrow(
                () -> new MalformedBinaryException(structure, 0, "the header of UPX", "none"));
    Bytes inside = upx.unpack();
    long packed = 0;
    for (UpxPart part : upx.allParts()) {
      long shipped = file.shipped(part.start(), part.end());
      if (part.isInside()) {
        packed += shipped;
      } else {
        visitor.own("[" + part.label() + "]", shipped);
      }
    }
    String name = structure.substring(structure.lastIndexOf('/') + 1);
    EntryHeader header = new EntryHeader(name, EntryKind.FILE, "", CODEC, "");
    PlainStream content = new PlainStream(new Region(inside, shares(upx, inside, packed)));
    visitor.entry(header, content);
    visitor.weighed(0, packed, inside.length());
  }

  /** Packed data cannot be packed once more, so that what travels for them is shared evenly. */
  private static Shares shares(UpxFile upx, Bytes inside, long packed) {
    long[] places = CostedContents.places(inside.length());
    long[] values = upx.costsBefore(places.clone());
    long all = values[values.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = SampledShares.between(packed, values[i], all);
    }
    return new SampledShares(places, values);
  }
}
