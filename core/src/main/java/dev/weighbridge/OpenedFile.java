package dev.weighbridge;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.saved.SavedModel;
import dev.weighbridge.attribution.saved.SavedModelReader;
import dev.weighbridge.attribution.spans.FileAttribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.spi.Attempt;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A binary or a saved model that was read and attributed, with all that was looked for beside it.
 *
 * @param sideFiles which files were tried, and what came of it
 * @param options how it was opened; of a program that was unpacked, with what it costs packed
 * @param mapped the bytes, if they were brought into reach for it
 */
record OpenedFile(
    Attribution attribution,
    List<Attempt> sideFiles,
    LinkerMaps linkerMaps,
    OpenOptions options,
    Optional<Bytes> mapped) {

  private OpenedFile opened(Bytes bytes) {
    return new OpenedFile(attribution, sideFiles, linkerMaps, options, Optional.of(bytes));
  }

  /**
   * Reads a file with what belongs to it.
   *
   * @throws IOException if a file that is given cannot be read, or belongs to another binary
   */
  static OpenedFile read(Path file, OpenOptions options) throws IOException {
    Path fileName = file.getFileName();
    String name = fileName == null ? file.toString() : fileName.toString();
    SideFiles sideFiles = sideFiles(file, options);
    LinkerMaps maps = LinkerMaps.read(options.linkerMaps());
    Bytes bytes = FileMapper.open(file);
    if (SavedModel.recognises(bytes)) {
      OpenedFile saved = saved(bytes, sideFiles, maps, options);
      sideFiles.requireUseOfGiven();
      return saved.opened(bytes);
    }
    BinaryFile read = options.registry().read(name, bytes, sideFiles);
    OpenOptions asked = options;
    Optional<PackedProgram> packed =
        options.isUnpacking() && PackedProgram.is(read)
            ? PackedProgram.of(name, bytes)
            : Optional.empty();
    if (packed.isPresent()) {
      sideFiles = sideFiles(file, options);
      read = options.registry().read(name, packed.get().inside(), sideFiles);
      asked = options.withShipping(packed.get().shipping());
    }
    OpenedFile weighed = weighed(read, sideFiles, maps, asked);
    sideFiles.requireUseOfGiven();
    return weighed.opened(bytes);
  }

  private static SideFiles sideFiles(Path file, OpenOptions options) throws IOException {
    return options.debugFiles().isEmpty()
        ? SideFiles.beside(file)
        : SideFiles.given(options.debugFiles(), file);
  }

  /** Whether one file is a side file of another; a saved model has none. */
  static boolean isSideFile(Path sideFile, Path file) throws IOException {
    Bytes bytes = FileMapper.open(file);
    Bytes candidate = FileMapper.open(sideFile);
    return !SavedModel.recognises(bytes) && FormatRegistry.installed().isSideFile(candidate, bytes);
  }

  /** Bytes that are already in reach, without anything beside them. */
  static OpenedFile of(String name, Bytes file, OpenOptions options) {
    SideFiles none = SideFiles.none();
    return SavedModel.recognises(file)
        ? saved(file, none, LinkerMaps.NONE, options)
        : weighed(options.registry().read(name, file, none), none, LinkerMaps.NONE, options);
  }

  /** What a parser has read, without anything beside it. */
  static OpenedFile of(BinaryFile read, OpenOptions options) {
    return weighed(read, SideFiles.none(), LinkerMaps.NONE, options);
  }

  private static OpenedFile saved(
      Bytes file, SideFiles sideFiles, LinkerMaps maps, OpenOptions options) {
    Attribution saved = SavedModelReader.read(file);
    maps.requireBinary(saved.file());
    return new OpenedFile(saved, sideFiles.attempts(), maps, options, Optional.empty());
  }

  private static OpenedFile weighed(
      BinaryFile read, SideFiles sideFiles, LinkerMaps maps, OpenOptions options) {
    BinaryFile told = maps.applyTo(read);
    return new OpenedFile(
        maps.refine(FileAttribution.of(told)),
        sideFiles.attempts(),
        maps,
        options,
        Optional.empty());
  }
}
