package dev.weighbridge.project;

import java.util.List;
import java.util.Objects;

/**
 * An option that holds unless a command line gives it.
 *
 * @param command the command it holds for; empty if for each that has such an option
 * @param name its long name without dashes: {@code crate-policy}
 * @param values what is given for it, as it would be on a command line, in the order written; empty
 *     of an empty list
 * @param isFlag whether the value is {@code true} or {@code false}, of an option without a value
 * @param place where it is set: the file, the line, the path of the key
 */
public record DefaultOption(
    String command, String name, List<String> values, boolean isFlag, String place) {
  /** Takes a copy of the values. */
  public DefaultOption {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(place, "place");
    values = List.copyOf(values);
  }
}
