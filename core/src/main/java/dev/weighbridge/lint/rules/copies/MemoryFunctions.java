package dev.weighbridge.lint.rules.copies;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.code.Functions;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several functions that copy or fill memory. */
public final class MemoryFunctions implements Rule {
  /** What the run-time libraries of C, of Arm and of Rust call them; shorter ones only lead on. */
  private static final Pattern NAMES =
      Pattern.compile(
          "^(?:__aeabi_|__wrap_|__)?(memcpy|memmove|memset|memclr|memcmp)(?:[48]|_fast|_small)?$"
              + "|17compiler_builtins3mem[0-9a-z_]*?[0-9](memcpy|memmove|memset|memcmp)");

  private static final String ARM = "__aeabi_";

  /** Functions of one family take the same parameters (RTABI32 4.3.4): {@code %s} is the name. */
  private static final Map<String, String> DECLARATIONS =
      Map.of(
          "memcpy", "void *%s(void *, const void *, size_t)",
          "memmove", "void *%s(void *, const void *, size_t)",
          "memset", "void *%s(void *, int, size_t)",
          "memclr", "void %s(void *, size_t)",
          "memcmp", "int %s(const void *, const void *, size_t)",
          "__aeabi_memset", "void %s(void *, size_t, int)",
          "__aeabi_memclr", "void %s(void *, size_t)");

  private static final int LEADS_ON = 12;

  private static final RuleInfo INFO =
      RuleInfo.of("memory-functions", Severity.NOTE, "Several functions copy or fill memory alike")
          .why(
              "The library of C, the run-time library of the compiler and drivers each bring a"
                  + " memcpy of their own under names such as __aeabi_memcpy; one of those with the"
                  + " same parameters is enough.")
          .fix(
              "# define the others of the same parameters as aliases:"
                  + " void *__aeabi_memcpy(void *, const void *, size_t)"
                  + " __attribute__((alias(\"memcpy\")));")
          .tradeOff("the fastest of them may be the one that goes")
          .touches("code")
          .help("https://github.com/ARM-software/abi-aa/blob/main/rtabi32/rtabi32.rst")
          .bytes("min-bytes", 16, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Variant(String name, long start, long size) {}

  @Override
  public void check(LintContext context, Findings findings) {
    Map<String, List<Variant>> families = families(context);
    for (Map.Entry<String, List<Variant>> family : families.entrySet()) {
      List<FindingPlace> places = new ArrayList<>();
      long sum = 0;
      long largest = 0;
      for (Variant variant : family.getValue()) {
        places.add(new FindingPlace(variant.name(), variant.start(), variant.size()));
        sum += variant.size();
        largest = Math.max(largest, variant.size());
      }
      if (places.size() > 1 && sum - largest >= context.parameter("min-bytes")) {
        String message =
            Wording.count(places.size(), "function")
                + " do what "
                + family.getKey()
                + " does; all but the largest take "
                + Wording.bytes(sum - largest);
        Finding finding = Finding.of(INFO, message, Saving.upTo(sum - largest, 0.8), places);
        boolean arePlain = family.getValue().stream().allMatch(one -> !one.name().startsWith("_Z"));
        findings.add(
            arePlain
                ? finding.withFix(List.of(alias(family.getKey(), family.getValue())))
                : finding);
      }
    }
  }

  /**
   * The one to keep does all that the others do: of those of C, which return what those of Arm's
   * run-time library do not, or else with the least alignment.
   */
  private static String alias(String family, List<Variant> variants) {
    Comparator<String> order =
        Comparator.comparing((String name) -> !name.equals(family))
            .thenComparing(name -> name.startsWith(ARM))
            .thenComparing(Comparator.naturalOrder());
    List<String> names = variants.stream().map(Variant::name).sorted(order).toList();
    String declaration = DECLARATIONS.getOrDefault(family, "").formatted(names.get(1));
    String others = names.size() > 2 ? "   /* likewise the others */" : "";
    return declaration + " __attribute__((alias(\"" + names.get(0) + "\")));" + others;
  }

  /** Those of Arm's run-time library take the parameters of memset in another order. */
  private static String family(String name, String does) {
    boolean isArms = name.startsWith(ARM);
    return isArms && (does.equals("memset") || does.equals("memclr")) ? ARM + does : does;
  }

  private static Map<String, List<Variant>> families(LintContext context) {
    Map<String, List<Variant>> families = new TreeMap<>();
    Functions functions = Functions.of(context.attribution());
    Owners owners = context.attribution().owners();
    for (int row = 0; row < functions.count(); row++) {
      int owner = functions.owner(row);
      if (!owners.isSymbol(owner) || functions.codeSize(row) < LEADS_ON) {
        continue;
      }
      for (String name : owners.rawNames(owner)) {
        Matcher matcher = NAMES.matcher(name);
        if (matcher.find()) {
          String does = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
          families
              .computeIfAbsent(family(name, does), f -> new ArrayList<>())
              .add(new Variant(name, functions.start(row), functions.codeSize(row)));
          break;
        }
      }
    }
    return families;
  }
}
