package dev.weighbridge.formats;

/** Limits. */
public final class Limits {
  private Limits() {}
}
