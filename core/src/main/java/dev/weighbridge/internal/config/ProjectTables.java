package dev.weighbridge.internal.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What a settings file may hold at its top. One file can have the settings of lint, of check and
 * the defaults of all commands; each reads what is its own, and lets the others be.
 */
public final class ProjectTables {
  /** Options that hold unless a command line says otherwise. */
  public static final String DEFAULTS = "defaults";

  /** What a budget is read from. */
  public static final List<String> OF_BUDGET = List.of("limits", "growth", "trend");

  private static final List<String> OF_LINT = List.of("fail-on", "rules", "allow");

  private ProjectTables() {}

  /** Refuses what is none of all these. */
  public static void check(ConfigTable file) {
    List<String> all = new ArrayList<>(OF_LINT);
    all.addAll(OF_BUDGET);
    all.add(DEFAULTS);
    file.allowOnly(all.toArray(String[]::new));
  }
}
