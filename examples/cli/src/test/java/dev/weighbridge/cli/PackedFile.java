package dev.weighbridge.cli;

import dev.weighbridge.cli.pages.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files of the tests that are kept compressed. */
public final class PackedFile {
  private static final Path IR = Pages.ROOT.resolve("core/src/test/resources/llvmlines");

  private static final Path RUSTC = Pages.ROOT.resolve("core/src/test/resources/rustc");

  /** A program, and what Cargo says of it. */
  public static final Path CARGO = Pages.ROOT.resolve("core/src/test/resources/cargo");

  private PackedFile() {}

  /** LLVM IR text of a name, unpacked into a folder unless it is there. */
  public static Path ir(String name, Path folder) {
    return unpacked(IR.resolve(name + ".gz"), folder.resolve(name));
  }

  /** What rustc printed under a name, unpacked into a folder unless it is there. */
  public static Path rustc(String name, Path folder) {
    return unpacked(RUSTC.resolve(name + ".gz"), folder.resolve(name));
  }

  /** A program that Cargo made, unpacked into a folder unless it is there. */
  public static Path program(String name, Path folder) {
    return unpacked(CARGO.resolve(name + ".gz"), folder.resolve(name));
  }

  private static Path unpacked(Path packed, Path file) {
    if (Files.exists(file)) {
      return file;
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
