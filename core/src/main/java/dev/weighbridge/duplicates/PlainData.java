package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.bodies.Bodies;
import dev.weighbridge.bodies.BodySpans;
import dev.weighbridge.formats.bytes.Bytes;

/** Tells data that is one byte value over and over, such as zeros, which is no copy of anything. */
final class PlainData {
  private final Partition partition;
  private final Bytes file;
  private final BodySpans spans;

  PlainData(Attribution attribution, Bodies bodies) {
    partition = attribution.partition();
    file = attribution.file().bytes();
    spans = bodies.spans();
  }

  boolean isOneValue(int body) {
    int value = file.u8(partition.start(spans.span(body, 0)));
    for (int i = 0; i < spans.spanCount(body); i++) {
      int span = spans.span(body, i);
      for (long at = partition.start(span); at < partition.end(span); at++) {
        if (file.u8(at) != value) {
          return false;
        }
      }
    }
    return true;
  }
}
