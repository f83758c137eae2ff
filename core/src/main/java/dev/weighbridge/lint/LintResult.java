package dev.weighbridge.lint;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.lint.Findings.Undecided;
import java.util.List;
import java.util.Objects;

/**
 * What a linter says of a file.
 *
 * @param file the file
 * @param findings what was found: errors first, then what gives most, then most severe, then in the
 *     order of rules
 * @param undecided what the file leaves open, in the order of rules
 * @param allowed findings that an exception covers, with it
 * @param expired exceptions that cover a finding but no longer hold
 * @param known how many findings the baseline knows
 * @param failOn from which severity on a finding fails a build
 */
public record LintResult(
    BinaryFile file,
    List<Finding> findings,
    List<Undecided> undecided,
    List<Allowed> allowed,
    List<Suppression> expired,
    int known,
    Severity failOn) {

  /** A finding and the exception that covers it. */
  public record Allowed(Finding finding, Suppression suppression) {
    /** Refuses null. */
    public Allowed {
      Objects.requireNonNull(finding, "finding");
      Objects.requireNonNull(suppression, "suppression");
    }
  }

  /** Checks and copies. */
  public LintResult {
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(undecided, "undecided");
    Objects.requireNonNull(allowed, "allowed");
    Objects.requireNonNull(expired, "expired");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(failOn, "failOn");
    findings = List.copyOf(findings);
    undecided = List.copyOf(undecided);
    allowed = List.copyOf(allowed);
    expired = List.copyOf(expired);
  }

  /** What following all of the advice would leave of the file. */
  public Plan plan() {
    return Plan.of(file.fileSize(), findings);
  }

  /** Whether some finding is severe enough to fail a build. */
  public boolean isFailure() {
    for (Finding finding : findings) {
      if (finding.severity().compareTo(failOn) >= 0) {
        return true;
      }
    }
    return false;
  }
}
