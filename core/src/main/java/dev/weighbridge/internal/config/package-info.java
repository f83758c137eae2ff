/**
 * Settings that people write by hand: TOML tables whose errors name themselves.
 *
 * <pre>{@code
 * ConfigTable table = ConfigTable.read(Path.of("lint.toml"));
 * table.allowOnly("fail-on", "rules", "allow");
 * String level = table.text("fail-on").orElse("warning");
 * }</pre>
 */
package dev.weighbridge.internal.config;
