package dev.weighbridge.category;

import java.util.ArrayList;
import java.util.List;

/**
 * A named list of rules that gives each byte of a file one label: that of the first rule that fits.
 *
 * <p>Made by {@link RuleFile}. Immutable.
 */
public final class Grouping {
  private final String name;
  private final List<String> labels;
  private final List<Rule> rules;

  /**
   * A grouping.
   *
   * @param labels the last is that of bytes to which no rule fits
   */
  Grouping(String name, List<String> labels, List<Rule> rules) {
    this.name = name;
    this.labels = List.copyOf(labels);
    this.rules = List.copyOf(rules);
  }

  /** The word by which it is asked for. */
  public String name() {
    return name;
  }

  /** All labels, in the order in which rules first name them; that of the rest comes last. */
  public List<String> labels() {
    return labels;
  }

  List<Rule> rules() {
    return rules;
  }

  /** Whether some rule looks at what data is by its shape. */
  public boolean asksForDataMarks() {
    for (Rule rule : rules) {
      if (rule.marks() != 0) {
        return true;
      }
    }
    return false;
  }

  /** This grouping, whose rest is left to another one. */
  Grouping before(Grouping base) {
    List<String> all = new ArrayList<>(labels.subList(0, labels.size() - 1));
    List<Rule> both = new ArrayList<>(rules);
    int[] number = new int[base.labels.size()];
    for (int i = 0; i < number.length - 1; i++) {
      number[i] = all.indexOf(base.labels.get(i));
      if (number[i] < 0) {
        number[i] = all.size();
        all.add(base.labels.get(i));
      }
    }
    for (Rule rule : base.rules) {
      both.add(rule.withLabel(number[rule.label()]));
    }
    all.add(base.labels.get(number.length - 1));
    return new Grouping(name, all, both);
  }

  @Override
  public String toString() {
    return name + ", " + rules.size() + " rules";
  }
}
