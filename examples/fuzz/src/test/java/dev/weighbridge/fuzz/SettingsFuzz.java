package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.category.RuleFile;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.lint.Baseline;
import dev.weighbridge.lint.LintConfig;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write: limits, settings of lint, groupings, and baselines that lint wrote. */
class SettingsFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            [limits]
            file = "1 MiB"
            normalised = "590 KiB"
            symbols = 1500
            [limits.section]
            ".text" = "330 KiB"
            [limits.crate]
            "*" = "200 KiB"
            """,
            """
            fail-on = "warning"
            [rules]
            build-paths = "error"
            compression = "off"
            [rules.heavy-crates]
            level = "warning"
            min-bytes = "64 KiB"
            [[allow]]
            rule = "panic-unwind"
            match = "gcc_except_table"
            reason = "plugins are isolated with catch_unwind"
            """,
            """
            [defaults]
            rows = 30
            wide = true
            [defaults.size]
            by = ["crate", "function"]
            """,
            RuleFile.builtInText(),
            """
            {"schema": "weighbridge/lint/1", "findings": [{"rule": "padding", "savingBytes": 9,
              "evidence": [{"label": ".text"}]}]}
            """)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    TimeLimit.run(
        file,
        () -> {
          read(SizeBudget::parse, text);
          read(LintConfig::parse, text);
          read(ProjectSettings::parse, text);
          read(RuleFile::parse, text);
          read(Baseline::parse, text);
        });
  }

  @SuppressWarnings("EmptyCatch")
  private static void read(BiConsumer<String, String> parser, String text) {
    try {
      parser.accept("fuzzed", text);
    } catch (ConfigException expected) {
      // The one way in which settings may be refused.
    }
  }
}
