package dev.weighbridge.junit;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.Gate;
import dev.weighbridge.budget.Limit;
import dev.weighbridge.budget.LimitSubject;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.check.CheckReport;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a program. It is weighed once, when the first of them needs it. One that fails says
 * which rows broke it.
 */
public final class ProgramAssert extends AbstractAssert<ProgramAssert, Path> {
  private static final int SHOWN = 5;

  /** Sections that stay when a file is stripped, and name the file that has what was in it. */
  private static final Set<String> LINKS = Set.of(".gnu_debuglink", ".gnu_debugaltlink");

  private Optional<BinaryModel> model = Optional.empty();

  ProgramAssert(Path program) {
    super(program, ProgramAssert.class);
  }

  /** At most so many bytes in the file: {@code "600 KiB"}. */
  public ProgramAssert hasSizeAtMost(String size) {
    return keeps(SizeBudget.EMPTY.withLimit(LimitSubject.FILE, size));
  }

  /** At most so many bytes in memory at run time. */
  public ProgramAssert hasMemorySizeAtMost(String size) {
    return keeps(SizeBudget.EMPTY.withLimit(memory(), size));
  }

  /** A crate, with all that is there because of it, has at most so many bytes; none is fewer. */
  public ProgramAssert hasCrateOfAtMost(String crate, String size) {
    return hasAtMost(Dimensions.CRATE, crate, size);
  }

  /** A section has at most so many bytes. */
  public ProgramAssert hasSectionOfAtMost(String section, String size) {
    return hasAtMost(Dimensions.SECTION, section, size);
  }

  /** A row of any dimension has at most so many bytes; one that is not there has none. */
  public ProgramAssert hasAtMost(Dimension dimension, String label, String size) {
    long bytes = SizeBudget.EMPTY.withLimit(LimitSubject.FILE, size).limits().get(0).allowed();
    return keeps(Limit.size(LimitSubject.row(dimension, label), bytes).optional());
  }

  /** No crate of this name left anything in the program; fails where names are stripped. */
  public ProgramAssert hasNoCrate(String crate) {
    return keeps(Limit.size(LimitSubject.row(Dimensions.CRATE, crate), 0));
  }

  /**
   * No symbol or function has a name in which the pattern is found; fails where names are stripped.
   *
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   */
  public ProgramAssert hasNoSymbolMatching(String regex) {
    return keeps(Limit.size(LimitSubject.matching(Dimensions.SYMBOL, regex), 0));
  }

  /** There is no debug information in the file itself; a link to some elsewhere is none. */
  public ProgramAssert hasNoDebugInformation() {
    isNotNull();
    long links = 0;
    for (SizeRow row : model().bySection().rows()) {
      links += LINKS.contains(row.label()) ? row.fileSize(Kind.DEBUG) : 0;
    }
    return keeps(Limit.size(LimitSubject.row(Dimensions.KIND, "debug"), links).optional());
  }

  /**
   * It grew by no more than this.
   *
   * @param baseline an earlier build, or a model saved of one
   * @param growth a size such as {@code 8 KiB}, or a share such as {@code 1.5 %}
   */
  public ProgramAssert hasGrownAtMost(Path baseline, String growth) {
    String limits = "[growth]\nfile = '" + growth + "'\n";
    return keeps(Gate.of(SizeBudget.parse("growth", limits)).since(open(baseline).query()));
  }

  /** It keeps the limits of a file, as {@code weighbridge check} has it. */
  public ProgramAssert keepsBudget(Path budget) {
    return keeps(Gate.of(read(budget)).on(LocalDate.now(ZoneOffset.UTC)));
  }

  /** It keeps the limits of a file, those on growth over an earlier build, too. */
  public ProgramAssert keepsBudget(Path budget, Path baseline) {
    Gate gate = Gate.of(read(budget)).on(LocalDate.now(ZoneOffset.UTC));
    return keeps(gate.since(open(baseline).query()));
  }

  /** It keeps limits. */
  public ProgramAssert keeps(SizeBudget budget) {
    return keeps(Gate.of(budget));
  }

  /** What cannot be told is no success, where it is the only thing that was asked. */
  private ProgramAssert keeps(Limit limit) {
    BudgetCheck check = check(Gate.of(SizeBudget.EMPTY.withLimit(limit)));
    return told(check, check.passes() && check.unchecked().isEmpty());
  }

  /** It passes a gate. */
  public ProgramAssert keeps(Gate gate) {
    BudgetCheck check = check(gate);
    return told(check, check.passes());
  }

  private BudgetCheck check(Gate gate) {
    isNotNull();
    Query query = model().query();
    return BudgetCheck.of(gate, query);
  }

  private ProgramAssert told(BudgetCheck check, boolean isKept) {
    if (!isKept) {
      failWithMessage("%s", new CheckReport(check).text(OutputFormat.TEXT).stripTrailing());
    }
    return this;
  }

  /** A crate left something in the program; one that did not is told with those that did. */
  public ProgramAssert hasCrate(String crate) {
    isNotNull();
    List<String> largest = new ArrayList<>();
    for (SizeRow row : model().by(Dimensions.CRATE).rows()) {
      if (row.label().equals(crate)) {
        return this;
      }
      if (largest.size() < SHOWN) {
        largest.add(row.label());
      }
    }
    failWithMessage(
        "%nExpecting%n  %s%nto have crate%n  %s%nbut the largest of its crates are%n  %s",
        actual, crate, String.join(", ", largest));
    return this;
  }

  private static LimitSubject memory() {
    return LimitSubject.whole(Measures.MEMORY);
  }

  private BinaryModel model() {
    if (model.isEmpty()) {
      model = Optional.of(open(actual));
    }
    return model.get();
  }

  private static SizeBudget read(Path budget) {
    try {
      return SizeBudget.read(budget);
    } catch (IOException e) {
      throw new AssertionError(budget + ": expected limits, found " + e.getMessage(), e);
    }
  }

  private static BinaryModel open(Path file) {
    try {
      return BinaryModel.open(file);
    } catch (IOException | BinaryException e) {
      throw new AssertionError(file + ": expected a program, found " + e.getMessage(), e);
    }
  }
}
