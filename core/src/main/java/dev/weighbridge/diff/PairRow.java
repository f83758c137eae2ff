package dev.weighbridge.diff;

import java.util.List;
import java.util.Optional;

/** A row that stands for the same thing in two builds, or for what only one of them has. */
final class PairRow implements DiffRow {
  private final RowInOneBuild before;
  private final RowInOneBuild after;
  private final boolean isRenamed;

  PairRow(RowInOneBuild before, RowInOneBuild after, boolean isRenamed) {
    this.before = before;
    this.after = after;
    this.isRenamed = isRenamed;
  }

  @Override
  public String label() {
    return after.isPresent() ? after.text() : before.text();
  }

  @Override
  public Optional<String> formerLabel() {
    if (!before.isPresent() || !after.isPresent()) {
      return Optional.empty();
    }
    String former = before.text();
    return former.equals(after.text()) ? Optional.empty() : Optional.of(former);
  }

  @Override
  public DiffStatus status() {
    if (!before.isPresent()) {
      return DiffStatus.ADDED;
    }
    if (!after.isPresent()) {
      return DiffStatus.REMOVED;
    }
    DiffStatus status =
        DiffStatus.ofChange(
            after.fileSize() - before.fileSize(), after.memorySize() - before.memorySize());
    boolean isMoved = status == DiffStatus.SAME && isRenamed && formerLabel().isPresent();
    return isMoved ? DiffStatus.MOVED : status;
  }

  @Override
  public Weight before() {
    return before.weight();
  }

  @Override
  public Weight after() {
    return after.weight();
  }

  @Override
  public List<DiffRow> rows() {
    return after.isLast()
        ? List.of()
        : new RowPairs(
            before.tree(), after.tree(), after.nextLevel(), before.groups(), after.groups());
  }
}
