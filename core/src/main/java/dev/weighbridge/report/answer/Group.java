package dev.weighbridge.report.answer;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Parts that belong together: for programs a member that is an object, for people just these parts.
 *
 * @param member the name of the member
 * @param parts in their order
 */
public record Group(String member, List<Part> parts) implements Part {
  /** Checks that there is a name and copies the list. */
  public Group {
    Objects.requireNonNull(parts, "parts");
    Objects.requireNonNull(member, "member");
    parts = List.copyOf(parts);
  }

  @Override
  public Set<Medium> media() {
    return Medium.ALL;
  }
}
