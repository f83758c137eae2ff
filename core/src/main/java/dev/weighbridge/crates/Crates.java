package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.crates.order.LinkOrder;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.libraries.LibraryRules;
import java.util.Objects;
import java.util.Optional;

/** Finds the crates of a file. */
public final class Crates {
  private Crates() {}

  /** The crates of a file by a policy; found when first asked for, then kept. */
  public static CrateTable of(Attribution attribution, CratePolicy policy) {
    return of(attribution, policy, Work.NONE);
  }

  /** The crates of a file by a policy, found on behalf of somebody who waits for them. */
  public static CrateTable of(Attribution attribution, CratePolicy policy, Work work) {
    return of(attribution, policy, LibraryRules.builtIn(), work);
  }

  /** The crates of a file by a policy, and its libraries of C and C++ by some rules. */
  public static CrateTable of(
      Attribution attribution, CratePolicy policy, LibraryRules libraries, Work work) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(libraries, "libraries");
    Objects.requireNonNull(work, "work");
    return attribution.uncut().get(new Key(policy, libraries), work);
  }

  /**
   * The policy to find crates by: the one that somebody wants, or else {@link
   * CratePolicy#INSTANTIATING} where the order of the link tells crates, because that is what it
   * tells, or else {@link CratePolicy#RESPONSIBLE}.
   */
  public static CratePolicy policy(
      Attribution attribution, Optional<CratePolicy> wanted, Work work) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(work, "work");
    if (wanted.isPresent()) {
      return wanted.get();
    }
    boolean isOrdered = LinkOrder.of(attribution, work).isOrdered();
    return isOrdered ? CratePolicy.INSTANTIATING : CratePolicy.RESPONSIBLE;
  }

  private record Key(CratePolicy policy, LibraryRules libraries) implements DerivedKey<CrateTable> {
    @Override
    public String name() {
      return "crates";
    }

    @Override
    public CrateTable derive(Attribution attribution, Work work) {
      return new CrateFinder(attribution, policy, libraries.symbols(), work).find();
    }

    /** Written out because a new process has no time to bind the generated one. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && policy == key.policy && libraries == key.libraries;
    }

    @Override
    public int hashCode() {
      return policy.hashCode() + System.identityHashCode(libraries);
    }
  }
}
