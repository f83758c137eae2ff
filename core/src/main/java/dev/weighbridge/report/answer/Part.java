package dev.weighbridge.report.answer;

import java.util.Set;

/**
 * One part of an answer: {@link Prose}, {@link Facts}, a {@link Table}, a {@link Fold}, a {@link
 * Picture} or a {@link Group} of parts. Parts follow each other; a writer leaves out what it cannot
 * write.
 */
public interface Part {
  /** What it is written in. */
  Set<Medium> media();
}
