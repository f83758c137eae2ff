package dev.weighbridge.attribution;

/** Proves that spans refine others: cut them, and change an owner only to a better proven one. */
final class RefinementProof {
  private final Partition before;
  private final Partition after;

  RefinementProof(Partition before, Partition after) {
    this.before = before;
    this.after = after;
  }

  /** Throws unless every span after lies in one before and takes nothing back that it said. */
  void check() {
    int whole = 0;
    for (int span = 0; span < after.spanCount(); span++) {
      while (whole < before.spanCount() && before.end(whole) <= after.start(span)) {
        whole++;
      }
      if (whole == before.spanCount() || after.end(span) > before.end(whole)) {
        throw refused(span, "reaches over a border");
      }
      if (after.kindOrdinal(span) != before.kindOrdinal(whole)) {
        throw refused(span, "is of another kind");
      }
      if (after.location(span) != before.location(whole)) {
        throw refused(span, "lies elsewhere");
      }
      checkOwner(span, whole);
    }
    if (after.fileSize() != before.fileSize()
        || after.end(after.spanCount() - 1) != before.end(before.spanCount() - 1)) {
      throw refused(after.spanCount() - 1, "is not the last");
    }
  }

  private void checkOwner(int span, int whole) {
    int surer = before.names(whole).compareTo(after.names(span));
    boolean isSame = after.owner(span) == before.owner(whole);
    if (surer < 0 || (surer == 0 && !isSame)) {
      throw refused(span, "has an owner that is proven no better");
    }
  }

  private IllegalStateException refused(int span, String what) {
    return new IllegalStateException("refined span " + span + " " + what);
  }
}
