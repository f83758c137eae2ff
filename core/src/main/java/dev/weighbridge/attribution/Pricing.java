package dev.weighbridge.attribution;

/** What counts in the price of a symbol. */
public enum Pricing {
  /** All that would go with it: code or data, unwind, relocations, names, slots. The default. */
  FULL,
  /** Only the bytes it owns itself. */
  OWN
}
