/**
 * What is told of a settings file that cannot be used: of lint settings, baselines, budgets and
 * rules.
 *
 * <pre>{@code
 * try {
 *   LintConfig config = LintConfig.read(Path.of("lint.toml"));
 *   System.out.println("fails on " + config.failOn());
 * } catch (ConfigException e) {
 *   System.err.println(e.getMessage());
 * }
 * }</pre>
 */
@NullMarked
package dev.weighbridge.config;

import org.jspecify.annotations.NullMarked;
