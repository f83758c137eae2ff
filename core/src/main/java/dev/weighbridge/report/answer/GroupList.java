package dev.weighbridge.report.answer;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Several groups of a kind: for programs a member that is a list of objects, for people just their
 * parts.
 *
 * @param member the name of the member
 * @param groups the parts of each, in their order
 */
public record GroupList(String member, List<List<Part>> groups) implements Part {
  /** Checks that there is a name and copies the list. */
  public GroupList {
    Objects.requireNonNull(groups, "groups");
    Objects.requireNonNull(member, "member");
    groups = groups.stream().<List<Part>>map(List::copyOf).toList();
  }

  @Override
  public Set<Medium> media() {
    return Medium.ALL;
  }
}
