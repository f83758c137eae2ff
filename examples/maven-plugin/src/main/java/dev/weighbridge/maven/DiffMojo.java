package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.diff.ChangeThreshold;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.diff.DiffReport;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Tells what changed since an earlier build. */
@Mojo(
    name = "diff",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = false)
public final class DiffMojo extends RowsMojo {
  /** The earlier build, or the model saved of one. */
  @Parameter(property = "weighbridge.since", required = true)
  @SuppressWarnings("NullAway.Init") // Maven fills what is required, before execute.
  File since;

  /** Files that tell more of the earlier build. */
  @Parameter SideFiles sinceFiles = new SideFiles();

  /**
   * Below this many bytes and this share, {@code 512,0.1%}, people are told only that nothing
   * changed; padding does not count.
   */
  @Parameter(property = "weighbridge.threshold")
  @Nullable String threshold;

  /** Made by Maven. */
  public DiffMojo() {}

  @Override
  String goal() {
    return "diff";
  }

  @Override
  void tell(Stamp.Inputs inputs) throws IOException {
    super.tell(inputs);
    inputs.file("since", since);
    sinceFiles.tell(inputs);
    inputs.value("threshold", String.valueOf(threshold));
  }

  @Override
  Found ask(BinaryModel model) throws IOException {
    BinaryModel earlier = earlier(since, sinceFiles, model);
    List<Dimension> levels = levels(model);
    SizeDiff diff = new SizeDiff(tree(earlier, levels), tree(model, levels));
    Report report = new DiffReport(diff, new DiffSelection(selection(), true));
    if (threshold != null) {
      ChangeThreshold least = least(threshold);
      if (least.isNoise(diff)) {
        String sentence = model.name() + ": no change of " + least + " or more\n";
        report = new QuietReport(report, sentence);
      }
    }
    return new Found(report, true);
  }

  private static ChangeThreshold least(String text) {
    try {
      return ChangeThreshold.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("threshold: " + e.getMessage(), e);
    }
  }
}
