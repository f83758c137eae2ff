package dev.weighbridge.attribution;

/**
 * Reads one more rung of evidence: makes of an attribution another one, with more cuts, subjects,
 * or owners that it proves better. Asked for and kept as any {@linkplain DerivedKey derived
 * answer}, so what was asked before changes nothing.
 *
 * <p>What it makes keeps every section, kind and total, and changes an owner only to one on a
 * higher rung: {@link Attribution#refined} refuses anything else.
 */
public interface Refinement extends DerivedKey<Attribution> {
  /** The rung it reads: what names or bounds the spans that it has changed. */
  Evidence evidence();
}
