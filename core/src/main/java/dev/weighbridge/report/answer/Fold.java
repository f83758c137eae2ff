package dev.weighbridge.report.answer;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a reader of a page sees only on demand. Where room is limited each block is written whole or
 * not at all, and those left out are counted.
 *
 * @param summary what is seen while it is folded
 * @param blocks the parts of each block
 */
public record Fold(String summary, List<List<Part>> blocks) implements Part {
  /** Checks that there is a summary and copies the list. */
  public Fold {
    Objects.requireNonNull(blocks, "blocks");
    Objects.requireNonNull(summary, "summary");
    blocks = blocks.stream().<List<Part>>map(List::copyOf).toList();
  }

  @Override
  public Set<Medium> media() {
    return Set.of(Medium.MARKUP);
  }
}
