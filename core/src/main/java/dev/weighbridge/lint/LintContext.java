package dev.weighbridge.lint;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.lint.RuleInfo.Parameter;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What a rule may look at: the file, its spans, and the settings of the rule itself. */
public final class LintContext {
  private final Query query;
  private final Attribution attribution;
  private final RuleInfo rule;
  private final ConfigTable settings;

  LintContext(Query query, RuleInfo rule, ConfigTable settings) {
    attribution = query.attribution().uncut();
    this.query = query.withAttribution(attribution);
    this.rule = rule;
    this.settings = settings;
  }

  /** The spans with their owners. */
  public Attribution attribution() {
    return attribution;
  }

  /** What was asked of the file: crates found by its policy, and what Cargo says of the program. */
  public Query query() {
    return query;
  }

  /** What the file says. */
  public BinaryFile file() {
    return attribution.file();
  }

  /** All bytes of the file. */
  public Bytes bytes() {
    return file().bytes();
  }

  /** Bytes of the packed program that all of this was unpacked from; empty if it was not. */
  public OptionalLong packedSize() {
    return query.packedSize();
  }

  /** Bytes in the file. */
  public long fileSize() {
    return file().fileSize();
  }

  /** The format's name: {@code ELF}, {@code Mach-O}, {@code PE}, {@code Wasm}. */
  public String format() {
    return file().format();
  }

  /** Whether it is a program or library a linker has finished: not an object file, not empty. */
  public boolean isLinked() {
    for (BinaryImage image : file().images()) {
      if (image.isRelocatable()) {
        return false;
      }
    }
    return !file().images().isEmpty();
  }

  /** What the file weighs level by level, with full prices. */
  public SizeTree by(Dimension... dimensions) {
    Objects.requireNonNull(dimensions, "dimensions");
    return new SizeTree(Query.of(attribution), List.of(dimensions));
  }

  /** The crates, by whose types caused the code. */
  public CrateTable crates() {
    return Crates.of(attribution, CratePolicy.RESPONSIBLE);
  }

  /**
   * A derived answer that several rules share, made when first asked for.
   *
   * @param key of a class of its own, so that no two rules mean different things by equal keys
   */
  public <T> T get(DerivedKey<T> key) {
    Objects.requireNonNull(key, "key");
    return attribution.get(key);
  }

  /**
   * A parameter of the rule: as set, or its standard value.
   *
   * @throws IllegalArgumentException if the rule does not describe it
   * @throws dev.weighbridge.config.ConfigException if it is set to something else than a number
   */
  public long parameter(String name) {
    Objects.requireNonNull(name, "name");
    for (Parameter parameter : rule.parameters()) {
      if (parameter.name().equals(name)) {
        return parameter.isBytes()
            ? settings.bytes(name).orElse(parameter.standard())
            : settings.count(name).orElse(parameter.standard());
      }
    }
    throw new IllegalArgumentException(rule.id() + " has no parameter " + name);
  }

  @Override
  public String toString() {
    return rule.id() + ", " + attribution.file();
  }
}
