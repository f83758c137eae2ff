package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.claim.Pieces;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.internal.tasks.Task;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Writes the spans of one image, those of a large one in two halves at once.
 *
 * <p>The halves meet where a section starts: no span reaches over such a border, so the spans are
 * the same as if one thread had written them all.
 */
final class ImageWriter {
  /** Fewer pieces are written before another thread has begun. */
  private static final int WORTH_A_THREAD = 1 << 16;

  /** The halves of more pieces than this take memory that a small heap does not have twice. */
  private static final int TOO_MANY = 1 << 21;

  private final BinaryFile file;
  private final ImageAttribution image;
  private final ImageOwners owners;
  private final SubjectRules subjects;
  private final Partition.Builder spans;

  /** Goes on where {@link #spans} end; null before the first span and behind a second half. */
  private @Nullable SpanWriter writer;

  ImageWriter(
      BinaryFile file, ImageAttribution image, ImageOwners owners, Partition.Builder spans) {
    this.file = file;
    this.image = image;
    this.owners = owners;
    this.spans = spans;
    subjects = new SubjectRules(image, owners);
  }

  /** Writes all spans from where the last one ended up to {@code until}. */
  void write(long until) {
    long middle = middle(spans.end(), until);
    if (middle >= until) {
      writer = writer == null ? writer(spans) : writer;
      writer.write(until);
      return;
    }
    int pieces = image.piecesUpTo(until) - image.piecesUpTo(middle);
    Partition.Builder half = new Partition.Builder(file.fileSize(), middle, pieces + pieces / 16);
    Task<Partition.Builder> second = new Task<>(half(half, until)).start("weighbridge spans");
    writer(spans).write(middle);
    spans.append(second.result());
    writer = null;
  }

  private Callable<Partition.Builder> half(Partition.Builder half, long until) {
    return new Callable<>() {
      @Override
      public Partition.Builder call() {
        writer(half).write(until);
        return half;
      }
    };
  }

  private SpanWriter writer(Partition.Builder target) {
    return new SpanWriter(file, image, subjects, owners, target);
  }

  /** The start of a section with about half of the pieces before it; {@code end} if few are. */
  private long middle(long start, long end) {
    int first = image.piecesUpTo(start);
    int last = image.piecesUpTo(end);
    long best = end;
    if (last - first < WORTH_A_THREAD || last - first > TOO_MANY) {
      return best;
    }
    int leastOff = last - first - WORTH_A_THREAD;
    Pieces sections = image.sectionPieces();
    for (int i = 0; i < sections.count(); i++) {
      long border = sections.start(i);
      int off = Math.abs(2 * image.piecesUpTo(border) - first - last);
      if (border > start && border < end && off < leastOff) {
        best = border;
        leastOff = off;
      }
    }
    return best;
  }
}
