package dev.weighbridge.lint.advice;

import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.language.Toolchain;
import dev.weighbridge.lint.Remedy;
import dev.weighbridge.lint.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table {@code remedies.toml}: what to do about a rule's findings, by toolchain and format. */
final class Remedies {
  private static final ConfigTable TABLE = read();

  private Remedies() {}

  /** The remedy for files of a toolchain and format; empty if nothing can be done with these. */
  static Optional<Remedy> of(RuleInfo rule, Toolchain toolchain, String format) {
    ConfigTable ofRule = TABLE.table(rule.id()).orElse(null);
    if (ofRule != null) {
      for (String name : names(toolchain, format)) {
        Optional<ConfigTable> fits = ofRule.table(name);
        if (fits.isPresent()) {
          return Optional.of(remedy(fits.get()));
        }
      }
    }
    return toolchain.isRust() ? Optional.of(rule.remedy()) : Optional.empty();
  }

  private static Remedy remedy(ConfigTable table) {
    return new Remedy(
        table.texts("fix"),
        table.text("since").orElse("any version"),
        table.requiredText("price"),
        table.requiredText("more"));
  }

  /** The names of tables that fit, best first. */
  private static List<String> names(Toolchain toolchain, String format) {
    String suffix = "-" + format.toLowerCase(Locale.ROOT);
    if (toolchain.isRust()) {
      return List.of("rust" + suffix, "rust");
    }
    List<String> names = new ArrayList<>();
    String own = toolchain.key();
    names.add(own + suffix);
    names.add(own);
    if (isOfC(toolchain)) {
      names.add("c" + suffix);
      names.add("c");
    }
    names.add(suffix.substring(1));
    names.add("any");
    return List.copyOf(names);
  }

  /** Whether its compiler and linker take the options of GCC. */
  private static boolean isOfC(Toolchain toolchain) {
    return switch (toolchain) {
      case GCC, CLANG, MINGW, EMSCRIPTEN, GNAT, GFORTRAN, NIM, D -> true;
      default -> false;
    };
  }

  private static ConfigTable read() {
    String name = "remedies.toml";
    try (InputStream stream = Remedies.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("expected the resource " + name + ", found none");
      }
      return ConfigTable.toml(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
