package dev.weighbridge.maven;

import dev.weighbridge.OpenOptions;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that tell more of the earlier build than it says itself. */
public final class SideFiles {
  /** Its separate debug files, and folders to look for some in. */
  List<File> debugFiles = List.of();

  /** Maps that the linker wrote of it. */
  List<File> linkerMaps = List.of();

  /** What Cargo says of it: output of {@code cargo metadata}, or a {@code Cargo.lock}. */
  List<File> cargoFiles = List.of();

  /** It as it travels. */
  @Nullable File compressed;

  /** Made by Maven. */
  public SideFiles() {}

  /** Whether none is named. */
  boolean isEmpty() {
    return debugFiles.isEmpty()
        && linkerMaps.isEmpty()
        && cargoFiles.isEmpty()
        && compressed == null;
  }

  /** Adds the files to what a goal is given. */
  void tell(Stamp.Inputs inputs) throws IOException {
    inputs.files("sinceFiles.debugFiles", debugFiles);
    inputs.files("sinceFiles.linkerMaps", linkerMaps);
    inputs.files("sinceFiles.cargoFiles", cargoFiles);
    inputs.file("sinceFiles.compressed", compressed);
  }

  /** Opens the build with those that are read along with it. */
  OpenOptions options() {
    return OpenOptions.DEFAULT
        .withDebugFiles(WeighMojo.paths(debugFiles))
        .withLinkerMaps(WeighMojo.paths(linkerMaps))
        .withCargoFiles(WeighMojo.paths(cargoFiles));
  }
}
