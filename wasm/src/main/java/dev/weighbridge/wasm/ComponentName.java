package dev.weighbridge.wasm;

import java.util.Objects;

/**
 * An import or export of a component. Component model, {@code Binary.md}, {@code import}, {@code
 * export}.
 *
 * @param index its place among the imports or among the exports
 * @param fileStart first byte
 * @param fileEnd end, exclusive
 * @param name its name: {@code wasi:cli/run@0.2.3}
 * @param sort what it is
 */
public record ComponentName(int index, long fileStart, long fileEnd, String name, Sort sort) {
  /** Refuses null. */
  public ComponentName {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sort, "sort");
  }

  /** What a component imports or exports. */
  public enum Sort {
    /** A core module. */
    CORE_MODULE,
    /** A function. */
    FUNCTION,
    /** A value. */
    VALUE,
    /** A type. */
    TYPE,
    /** A component. */
    COMPONENT,
    /** An instance. */
    INSTANCE
  }
}
