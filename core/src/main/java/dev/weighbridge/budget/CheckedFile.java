package dev.weighbridge.budget;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.packages.PackageAnswers;
import java.util.Objects;

/**
 * What a budget was checked on: a binary, or a package.
 *
 * @param name its file name
 * @param format what it is: {@code ELF}, {@code docker-archive}
 * @param machine of a binary; empty for a package, which may hold several
 * @param fileSize bytes of the file; of a package they are those that travel
 * @param isPackage whether it is a package
 */
public record CheckedFile(
    String name, String format, String machine, long fileSize, boolean isPackage) {
  /** Checks that nothing is missing. */
  public CheckedFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(machine, "machine");
  }

  /** A binary. */
  public static CheckedFile of(BinaryFile file) {
    Objects.requireNonNull(file, "file");
    return new CheckedFile(file.name(), file.format(), file.machine(), file.fileSize(), false);
  }

  /** A package. */
  public static CheckedFile of(PackageAnswers answers) {
    Objects.requireNonNull(answers, "answers");
    return new CheckedFile(answers.name(), answers.format(), "", answers.shippedSize(), true);
  }
}
