package dev.weighbridge.category;

import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.internal.config.ConfigTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Reads one {@code [[grouping.rule]]}. */
final class RuleReader {
  private static final String[] CONDITIONS = {
    "name", "raw", "module", "crate", "section", "origin", "kind", "is"
  };

  private final ConfigTable table;
  private final List<String> labels;

  /**
   * Begins a rule.
   *
   * @param labels those of the rules before it; its own is added if it is new
   */
  RuleReader(ConfigTable table, List<String> labels) {
    this.table = table;
    this.labels = labels;
  }

  /** The rule; two if its condition {@code is} has both words about symbols and about data. */
  List<Rule> rules() {
    table.allowOnly("label", "name", "raw", "module", "crate", "section", "origin", "kind", "is");
    String label = table.requiredText("label");
    if (!labels.contains(label)) {
      labels.add(label);
    }
    if (!hasCondition()) {
      throw table.fault("kind", "one or more of " + String.join(", ", CONDITIONS));
    }
    int traits = 0;
    int marks = 0;
    for (String word : texts("is")) {
      int trait = traitBit(word);
      int mark = markBit(word);
      if (trait == 0 && mark == 0) {
        throw table.fault("is", "some of " + isWords());
      }
      traits |= trait;
      marks |= mark;
    }
    List<Rule> rules = new ArrayList<>();
    if (traits == 0 || marks == 0) {
      rules.add(rule(traits, marks));
    } else {
      rules.add(rule(traits, 0));
      rules.add(rule(0, marks));
    }
    return rules;
  }

  private boolean hasCondition() {
    for (String condition : CONDITIONS) {
      if (table.has(condition)) {
        return true;
      }
    }
    return false;
  }

  private Rule rule(int traits, int marks) {
    return new Rule(
        labels.indexOf(table.requiredText("label")),
        table.place("label"),
        patterns("name"),
        patterns("raw"),
        patterns("module"),
        patterns("crate"),
        patterns("section"),
        origins(),
        traits,
        kinds(),
        marks);
  }

  /** The texts of a key; none given is not the same as an empty list, which would never hold. */
  private List<String> texts(String key) {
    List<String> texts = table.texts(key);
    if (texts.isEmpty() && table.has(key)) {
      throw table.fault(key, "one text or more");
    }
    return texts;
  }

  private List<TextPattern> patterns(String key) {
    List<TextPattern> patterns = new ArrayList<>();
    for (String text : texts(key)) {
      try {
        patterns.add(TextPattern.of(text));
      } catch (PatternSyntaxException e) {
        throw table.fault(key, "a regular expression between the slashes");
      }
    }
    return List.copyOf(patterns);
  }

  private int kinds() {
    int mask = 0;
    for (String word : texts("kind")) {
      int bit = 0;
      for (int i = 0; i < Kind.count(); i++) {
        bit |= Kind.of(i).key().equals(word) ? 1 << i : 0;
      }
      if (bit == 0) {
        throw table.fault("kind", "some of " + kindWords());
      }
      mask |= bit;
    }
    return mask;
  }

  private int origins() {
    int mask = 0;
    for (String word : texts("origin")) {
      int bit = 0;
      for (CrateOrigin origin : CrateOrigin.values()) {
        bit |= origin.key().equals(word) ? 1 << origin.ordinal() : 0;
      }
      if (bit == 0) {
        throw table.fault("origin", "some of user, standard, native, none");
      }
      mask |= bit;
    }
    return mask;
  }

  private static int traitBit(String word) {
    for (int i = 0; i < SymbolTrait.count(); i++) {
      if (SymbolTrait.of(i).key().equals(word)) {
        return SymbolTrait.of(i).bit();
      }
    }
    return 0;
  }

  private static int markBit(String word) {
    for (int i = 1; i < DataMark.count(); i++) {
      if (DataMark.of(i).key().equals(word)) {
        return 1 << i;
      }
    }
    return 0;
  }

  private static String isWords() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < SymbolTrait.count(); i++) {
      words.add(SymbolTrait.of(i).key());
    }
    for (int i = 1; i < DataMark.count(); i++) {
      words.add(DataMark.of(i).key());
    }
    return String.join(", ", words);
  }

  private static String kindWords() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < Kind.count(); i++) {
      words.add(Kind.of(i).key());
    }
    return String.join(", ", words);
  }
}
