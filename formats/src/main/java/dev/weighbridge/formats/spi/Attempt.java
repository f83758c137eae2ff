package dev.weighbridge.formats.spi;

import java.util.Objects;

/**
 * One place at which a side file was looked for, and what was found there.
 *
 * @param kind the {@linkplain SideFileKind#name kind} of file that was wanted
 * @param place the file that was looked at, or the name that was looked for
 * @param isGiven whether the user named that file
 * @param match what was found out about it
 */
public record Attempt(String kind, String place, boolean isGiven, Match match) {
  /** Refuses null. */
  public Attempt {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(match, "match");
  }
}
