package dev.weighbridge.category;

import java.util.List;

/**
 * One rule of a grouping: bytes for which all conditions hold have its label. A condition is a list
 * of which one must hold; an empty one, or a mask of 0, always does.
 *
 * @param label number of its label in the grouping
 * @param place where it is written, for errors
 * @param names what the readable name of the owner looks like
 * @param rawNames what the raw name of the owner looks like
 * @param modules what its module looks like
 * @param crates what its crate looks like
 * @param sections what the section looks like in which the bytes lie
 * @param origins mask of the ordinals of crate origins
 * @param traits mask of the ordinals of symbol traits
 * @param kinds mask of the ordinals of kinds of bytes
 * @param marks mask of the ordinals of data marks
 */
record Rule(
    int label,
    String place,
    List<TextPattern> names,
    List<TextPattern> rawNames,
    List<TextPattern> modules,
    List<TextPattern> crates,
    List<TextPattern> sections,
    int origins,
    int traits,
    int kinds,
    int marks) {

  /** Whether the name of the owner must be read to decide. */
  boolean isAboutNames() {
    return !names.isEmpty() || !rawNames.isEmpty();
  }

  /** Whether the owner alone decides, whichever of its bytes are asked for. */
  boolean isAboutOwnerOnly() {
    return sections.isEmpty() && kinds == 0 && marks == 0;
  }

  /** Whether a kind of bytes and a mark pass. */
  boolean admits(int kind, int mark) {
    return (kinds == 0 || (kinds >>> kind & 1) != 0) && (marks == 0 || (marks >>> mark & 1) != 0);
  }

  /** The same rule with another label. */
  Rule withLabel(int other) {
    return new Rule(
        other, place, names, rawNames, modules, crates, sections, origins, traits, kinds, marks);
  }

  static boolean any(List<TextPattern> patterns, String text) {
    for (TextPattern pattern : patterns) {
      if (pattern.matches(text)) {
        return true;
      }
    }
    return false;
  }
}
