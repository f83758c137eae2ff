package dev.weighbridge.formats.problems;

import dev.weighbridge.formats.problems.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the diagnostics of one file while it is read.
 *
 * <p>At most {@link Limits#MAX_DIAGNOSTICS} are kept, in the order found; the rest are counted in a
 * last one, so that a hostile file cannot fill the memory with complaints about itself.
 */
public final class Diagnostics {
  private final List<Diagnostic> kept = new ArrayList<>();
  private long dropped;

  /** An empty collection. */
  public Diagnostics() {}

  /** Adds a {@link Severity#NOTE}. */
  public void note(String structure, long fileOffset, String expected, String found) {
    add(new Diagnostic(Severity.NOTE, structure, fileOffset, expected, found));
  }

  /** Adds a {@link Severity#WARNING}. */
  public void warn(String structure, long fileOffset, String expected, String found) {
    add(new Diagnostic(Severity.WARNING, structure, fileOffset, expected, found));
  }

  /** Adds a {@link Severity#ERROR}. */
  public void error(String structure, long fileOffset, String expected, String found) {
    add(new Diagnostic(Severity.ERROR, structure, fileOffset, expected, found));
  }

  /** Adds what a record's own exception says, as a warning. */
  public void warn(BinaryException e) {
    warn(e.structure(), e.fileOffset(), e.expected(), e.found());
  }

  /** Adds one diagnostic. */
  public void add(Diagnostic diagnostic) {
    if (kept.size() < Limits.MAX_DIAGNOSTICS) {
      kept.add(diagnostic);
    } else {
      dropped++;
    }
  }

  /**
   * Adds what the parser of an image found, which counts offsets from the start of the image.
   *
   * @param fileStart file offset of the image
   */
  public void addAll(List<Diagnostic> found, long fileStart) {
    for (Diagnostic one : found) {
      long offset = one.fileOffset() < 0 ? -1 : fileStart + one.fileOffset();
      add(new Diagnostic(one.severity(), one.structure(), offset, one.expected(), one.found()));
    }
  }

  /** Adds all that another collection has. */
  public void addAll(Diagnostics found) {
    for (Diagnostic one : found.kept) {
      add(one);
    }
    dropped += found.dropped;
  }

  /** All that was found so far, in the order found. */
  public List<Diagnostic> list() {
    if (dropped == 0) {
      return List.copyOf(kept);
    }
    List<Diagnostic> all = new ArrayList<>(kept);
    all.add(
        new Diagnostic(
            Severity.WARNING,
            "diagnostics",
            -1,
            "at most " + Limits.MAX_DIAGNOSTICS,
            dropped + " more"));
    return List.copyOf(all);
  }

  @Override
  public String toString() {
    return kept.size() + " diagnostics" + (dropped > 0 ? ", " + dropped + " left out" : "");
  }
}
