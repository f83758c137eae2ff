package dev.weighbridge.attribution.claim;

/**
 * One rung of the ladder on which symbols and functions stand: claims for them what it can prove.
 * It can be asked again for one place, with {@linkplain Claims#at claims that keep only those}.
 */
public interface Rung {
  /** Makes all its claims, each with the code of an owner. */
  void claim(Claims claims);

  /**
   * {@link dev.weighbridge.attribution.Evidence#pair} of what names the owner and what bounds it.
   */
  int evidence(int code);

  /** What a claim rests on, for people: {@code a symbol with a size}. */
  String why(int code);
}
