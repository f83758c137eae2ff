package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.report.size.SizeReport;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Weighs a program, level by level. */
@Mojo(
    name = "size",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = false)
public final class SizeMojo extends RowsMojo {
  /** Made by Maven. */
  public SizeMojo() {}

  @Override
  String goal() {
    return "size";
  }

  @Override
  Found ask(BinaryModel model) {
    return new Found(new SizeReport(model.file(), tree(model, levels(model)), selection()), true);
  }
}
