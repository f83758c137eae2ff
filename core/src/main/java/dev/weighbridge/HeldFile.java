package dev.weighbridge;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file that some models are of, until one of them is closed. */
final class HeldFile {
  private final String name;

  /** What to let go of; empty for bytes of whoever gave them. */
  private final Optional<Bytes> mapped;

  /** Null once it is closed. */
  private volatile @Nullable Attribution attribution;

  HeldFile(Attribution attribution, Optional<Bytes> mapped) {
    BinaryFile file = attribution.file();
    name = file.name();
    this.mapped = mapped;
    this.attribution = attribution;
  }

  String name() {
    return name;
  }

  boolean isClosed() {
    return attribution == null;
  }

  /** Its spans. */
  Attribution attribution() {
    Attribution held = attribution;
    if (held == null) {
      throw new IllegalStateException(name + ": expected an open model, found it closed");
    }
    return held;
  }

  /** Lets go of it; again, it does nothing. */
  void close() {
    attribution = null;
    mapped.ifPresent(Bytes::release);
  }
}
