package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.STREAM_DBI;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.STREAM_PDB;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.List;

/** A program database: the separate debug file of a PE image. */
public final class Pdb {
  private final PdbStreams streams;
  private final PdbInfo info;
  private final PdbDbi dbi;
  private final Diagnostics diagnostics;

  private Pdb(PdbStreams streams, PdbInfo info, Diagnostics diagnostics) {
    this.streams = streams;
    this.info = info;
    this.diagnostics = diagnostics;
    this.dbi = PdbDbi.of(streams.stream(STREAM_DBI), diagnostics);
  }

  /**
   * The program database in these bytes.
   *
   * @param diagnostics where later defects go
   * @throws UnsupportedBinaryException if it is of a form this reader does not know: an older one,
   *     or one that leaves the symbols in the object files ({@code /DEBUG:FASTLINK})
   * @throws MalformedBinaryException if its directory or one of its first streams is damaged
   */
  public static Pdb of(Bytes file, Diagnostics diagnostics) {
    PdbStreams streams = PdbStreams.of(file);
    PdbInfo info = PdbInfo.of(streams.stream(STREAM_PDB));
    if (info.isMinimal()) {
      throw new UnsupportedBinaryException(
          "pdb.info", -1, "a full PDB file", "one linked with /DEBUG:FASTLINK");
    }
    return new Pdb(streams, info, diagnostics);
  }

  /** The GUID of the build it belongs to, as text. */
  public String guid() {
    return info.guid();
  }

  /** How often it was rewritten, as the image that belongs to it states. */
  public long age() {
    return dbi.age();
  }

  public PdbInfo info() {
    return info;
  }

  public List<PdbModule> modules() {
    return dbi.modules();
  }

  public PdbContributions contributions() {
    return dbi.contributions();
  }

  public PdbAddresses addresses() {
    return PdbAddresses.of(streams, dbi);
  }

  public PdbStreams streams() {
    return streams;
  }

  PdbSymbols symbols() {
    return PdbSymbols.read(streams, dbi, diagnostics);
  }
}
