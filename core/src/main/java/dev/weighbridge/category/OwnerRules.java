package dev.weighbridge.category;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.crates.ModuleTable;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which rules may fit the bytes of each owner, as far as the owner tells: each is looked at once,
 * and owners for which the same rules are left share a set of them.
 *
 * <p>Crates and modules are few, so patterns for them are tried once for each; of the rules then
 * left only those read a name whose word the name has.
 */
final class OwnerRules {
  private final List<Rule> rules;
  private final CrateTable crates;
  private final ModuleTable modules;
  private final List<BitSet> byCrate = new ArrayList<>();
  private final List<BitSet> byModule = new ArrayList<>();
  private final BitSet[] byTraits = new BitSet[1 << SymbolTrait.count()];
  private final BitSet withoutCrate;
  private final BitSet withoutModule;
  private final BitSet withoutWord = new BitSet();
  private final List<BitSet> byWord = new ArrayList<>();
  private final BitSet aboutNames = new BitSet();
  private final BitSet deciding = new BitSet();
  private final List<String> words = new ArrayList<>();
  private final int[][][] wordsOfRule;
  private final OwnerName name;
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final List<int[]> sets = new ArrayList<>();
  private final int[] setOf;

  /** What to ask rules by. */
  private record Key(Grouping grouping, CratePolicy policy) implements DerivedKey<OwnerRules> {
    @Override
    public String name() {
      return "rules for owners";
    }

    @Override
    public OwnerRules derive(Attribution attribution, Work work) {
      return new OwnerRules(attribution, this);
    }
  }

  private OwnerRules(Attribution attribution, Key key) {
    Grouping grouping = key.grouping();
    rules = grouping.rules();
    crates = Crates.of(attribution, key.policy());
    modules = ModuleTable.of(attribution);
    Owners owners = attribution.owners();
    setOf = new int[owners.count()];
    wordsOfRule = new int[rules.size()][][];
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      aboutNames.set(i, rule.isAboutNames());
      deciding.set(i, rule.isAboutOwnerOnly());
      wordsOfRule[i] = words(rule);
      noteWords(i, rule.names().isEmpty() ? rule.rawNames().size() : rule.names().size());
    }
    name = new OwnerName(owners, new WordFinder(words), words.size());
    withoutCrate = passing(rule -> rule.crates().isEmpty() && admits(rule, CrateOrigin.NONE));
    withoutModule = passing(rule -> rule.modules().isEmpty());
    settleCrates();
    settleModules();
    settleOwners(attribution.partition());
  }

  /** The rules for the owners of a file; found when first asked for, then kept. */
  static OwnerRules of(Attribution attribution, Grouping grouping, CratePolicy policy) {
    return attribution.uncut().get(new Key(grouping, policy));
  }

  private static boolean admits(Rule rule, CrateOrigin origin) {
    return rule.origins() == 0 || (rule.origins() >>> origin.ordinal() & 1) != 0;
  }

  /** The words that each pattern for names, and then for raw names, of a rule needs. */
  private int[][] words(Rule rule) {
    List<TextPattern> patterns = new ArrayList<>(rule.names());
    patterns.addAll(rule.rawNames());
    int[][] needed = new int[patterns.size()][];
    for (int i = 0; i < needed.length; i++) {
      List<String> ofPattern = patterns.get(i).words();
      needed[i] = new int[ofPattern.size()];
      for (int j = 0; j < needed[i].length; j++) {
        needed[i][j] = number(ofPattern.get(j));
      }
    }
    return needed;
  }

  private int number(String word) {
    if (!words.contains(word)) {
      words.add(word);
      byWord.add(new BitSet());
    }
    return words.indexOf(word);
  }

  /** Notes the longest word of each of the first patterns of a rule, one of which must fit. */
  private void noteWords(int rule, int patterns) {
    withoutWord.set(rule, patterns == 0);
    for (int i = 0; i < patterns; i++) {
      int longest = -1;
      for (int word : wordsOfRule[rule][i]) {
        boolean isLonger = longest < 0 || words.get(word).length() > words.get(longest).length();
        longest = isLonger ? word : longest;
      }
      if (longest < 0) {
        withoutWord.set(rule);
      } else {
        byWord.get(longest).set(rule);
      }
    }
  }

  /** The rules that the words of the name leave possible. */
  private BitSet withWords() {
    BitSet possible = (BitSet) withoutWord.clone();
    for (int word = 0; word < words.size(); word++) {
      if (name.has(word)) {
        possible.or(byWord.get(word));
      }
    }
    return possible;
  }

  private BitSet passing(Predicate<Rule> condition) {
    BitSet passing = new BitSet(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      passing.set(i, condition.test(rules.get(i)));
    }
    return passing;
  }

  private void settleCrates() {
    for (int row = 0; row < crates.count(); row++) {
      String crate = crates.crate(row).name();
      CrateOrigin origin = crates.crate(row).origin();
      byCrate.add(
          passing(
              rule ->
                  admits(rule, origin)
                      && (rule.crates().isEmpty()
                          || matches(rule, "crate", rule.crates(), crate))));
    }
  }

  private void settleModules() {
    for (int row = 0; row < modules.count(); row++) {
      String module = modules.path(row);
      byModule.add(
          passing(
              rule -> rule.modules().isEmpty() || matches(rule, "module", rule.modules(), module)));
    }
    for (int traits = 0; traits < byTraits.length; traits++) {
      int some = traits;
      byTraits[traits] = passing(rule -> rule.traits() == 0 || (rule.traits() & some) != 0);
    }
  }

  private void settleOwners(Partition partition) {
    for (int span = 0; span < partition.spanCount(); span++) {
      Work.tellAt("finding categories", span, partition.spanCount());
      settle(partition.owner(span));
      if (partition.subject(span) >= 0) {
        settle(partition.subject(span));
      }
    }
  }

  private void settle(int owner) {
    if (setOf[owner] != 0) {
      return;
    }
    name.set(owner);
    int crate = crates.ofOwner(owner);
    int module = modules.ofOwner(owner);
    BitSet left = withWords();
    left.and(crate < 0 ? withoutCrate : byCrate.get(crate));
    left.and(module < 0 ? withoutModule : byModule.get(module));
    left.and(byTraits[name.traits()]);
    for (int rule = left.nextSetBit(0); rule >= 0; rule = left.nextSetBit(rule + 1)) {
      if (aboutNames.get(rule) && !fitsName(rule)) {
        left.clear(rule);
      } else if (deciding.get(rule)) {
        left.clear(rule + 1, rules.size());
      }
    }
    setOf[owner] = number(left) + 1;
  }

  private int number(BitSet set) {
    Integer known = numbers.putIfAbsent(set, sets.size());
    if (known == null) {
      sets.add(set.stream().toArray());
      return sets.size() - 1;
    }
    return known;
  }

  private boolean fitsName(int index) {
    Rule rule = rules.get(index);
    int[][] needed = wordsOfRule[index];
    int count = rule.names().size();
    return (count == 0 || fits(rule, "name", rule.names(), needed, 0))
        && (rule.rawNames().isEmpty() || fits(rule, "raw", rule.rawNames(), needed, count));
  }

  private boolean fits(
      Rule rule, String key, List<TextPattern> patterns, int[][] needed, int first) {
    for (int i = 0; i < patterns.size(); i++) {
      if (name.hasAll(needed[first + i])) {
        String text = first == 0 && patterns == rule.names() ? name.readable() : name.raw();
        if (matches(rule, key, List.of(patterns.get(i)), text)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a text fits one of some patterns; a pattern that takes for ever is an error. */
  static boolean matches(Rule rule, String key, List<TextPattern> patterns, String text) {
    try {
      return Rule.any(patterns, text);
    } catch (TextPattern.TooManySteps e) {
      String expected = "a pattern that decides within " + TextPattern.MAX_STEPS + " steps";
      String start = text.length() > 60 ? text.substring(0, 60) + "..." : text;
      throw new ConfigException(rule.place() + " " + key, expected, "none at '" + start + "'");
    }
  }

  /** How many sets of rules there are. */
  int setCount() {
    return sets.size();
  }

  /** The rules of a set, ascending. */
  int[] set(int number) {
    return sets.get(number);
  }

  /** The set of the rules that may fit the bytes of an owner. */
  int setOf(int owner) {
    return setOf[owner] - 1;
  }
}
