package dev.weighbridge.report.answer;

import java.util.Objects;
import java.util.Set;

/**
 * A picture, which a page shows and other formats leave out: all it says is in a table, too.
 *
 * @param svg an {@code svg} element without anything from elsewhere; names in it made safe
 */
public record Picture(String svg) implements Part {
  /** Checks that it is there. */
  public Picture {
    Objects.requireNonNull(svg, "svg");
  }

  @Override
  public Set<Medium> media() {
    return Set.of(Medium.MARKUP);
  }
}
