package dev.weighbridge.sizelinter;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The house rules of a team, beside those that come with the library. */
public final class SizeLinter {
  /** No function larger than a page of memory: nobody reads it, and no test covers it. */
  record LargeFunction(RuleInfo info) implements Rule {
    LargeFunction() {
      this(
          RuleInfo.of("large-function", Severity.WARNING, "A function is very large")
              .fix("# split it")
              .bytes("max", 4096, "bytes of code a function may have")
              .build());
    }

    @Override
    public void check(LintContext context, Findings findings) {
      for (SizeRow row : context.by(Dimensions.SYMBOL).rows()) {
        long code = row.fileSize(Kind.CODE);
        if (row.symbol().isPresent() && code > context.parameter("max")) {
          FindingPlace places = FindingPlace.spread(row.label(), code);
          findings.add(row.label() + " has " + code + " bytes of code", Saving.UNKNOWN, places);
        }
      }
    }
  }

  /** Names may not outweigh the code: then something exports or keeps too much. */
  record NamesOutweighCode(RuleInfo info) implements Rule {
    NamesOutweighCode() {
      this(RuleInfo.of("names-outweigh-code", Severity.ERROR, "Names outweigh code").build());
    }

    @Override
    public void check(LintContext context, Findings findings) {
      long names = context.by(Dimensions.KIND).fileSize(Kind.NAMES);
      long code = context.by(Dimensions.KIND).fileSize(Kind.CODE);
      if (names > code) {
        String message = names + " bytes of names for " + code + " bytes of code";
        findings.add(message, Saving.upTo(names, 1), FindingPlace.spread("names", names));
      }
    }
  }

  private SizeLinter() {}

  /** The linter that the team's build uses. */
  static Linter linter() {
    return Linter.installed().and(List.of(new LargeFunction(), new NamesOutweighCode()));
  }

  /** Lints the files named and prints a line for each finding. */
  public static void main(String[] files) throws IOException {
    for (String file : files) {
      BinaryModel model = BinaryModel.open(Path.of(file));
      for (Finding finding : linter().lint(model.attribution()).findings()) {
        System.out.println(file + ": " + finding.rule().id() + ": " + finding.message());
      }
    }
  }
}
