package dev.weighbridge.crates;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** How tables of crates show the standard library. */
public enum StdView {
  /** Each of its crates by itself: {@code core}, {@code alloc}, {@code std}, {@code gimli}. */
  SPLIT,
  /** All its crates as one, {@code std}, with those it ships copies of. */
  COLLAPSED;

  private static final StdView[] BY_ORDINAL = values();
  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used on the command line and in machine output: {@code split}. */
  public String key() {
    return key;
  }

  /** The view with this {@link #key}. */
  public static Optional<StdView> named(String key) {
    Objects.requireNonNull(key, "key");
    for (StdView view : BY_ORDINAL) {
      if (view.key.equals(key)) {
        return Optional.of(view);
      }
    }
    return Optional.empty();
  }
}
