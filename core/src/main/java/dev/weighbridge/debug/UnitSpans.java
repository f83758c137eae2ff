package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.work.Work;
import java.util.stream.LongStream;

/** Which unit each span is of: code by its address, debug bytes by who refers to them. */
public final class UnitSpans {
  private final Attribution attribution;
  private final SpanRows code;
  private final DebugByteMap bytes;

  /** The units of an attribution that is cut at {@link #cuts}. */
  public UnitSpans(Attribution attribution, Work work) {
    this.attribution = attribution;
    code = SpanRows.of(attribution, CodeRows.UNITS, work);
    bytes = DebugByteMap.of(attribution, work);
  }

  /** The places at which spans must be cut so that each is of one unit. */
  public static long[] cuts(Attribution attribution, Work work) {
    long[] ofCode = CodeCuts.of(attribution, CodeRows.UNITS, work);
    long[] ofBytes = DebugByteMap.of(attribution, work).borders();
    return ofBytes.length == 0
        ? ofCode
        : LongStream.concat(LongStream.of(ofCode), LongStream.of(ofBytes)).sorted().toArray();
  }

  /** The units of code, and what is known of them. */
  public SpanRows code() {
    return code;
  }

  /** Whose debug bytes are. */
  public DebugByteMap bytes() {
    return bytes;
  }

  /** The unit whose code a span is, -1 if it is none's. */
  public int unitOfCode(int span) {
    return code.row(span);
  }

  /** The unit that the bytes of a span in a debug section are about, -1 if there is no such one. */
  public int unitOfBytes(int span) {
    boolean isInFile = !attribution.partition().isMemoryOnly(span);
    return isInFile ? Math.max(-1, bytes.ownerAt(attribution.partition().start(span))) : -1;
  }
}
