package dev.weighbridge.maven;

import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.check.CheckReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A report in a file, which is whole or not there. */
final class ReportFile {
  private ReportFile() {}

  /**
   * The name of a report: two formats may have one extension, so those that not every report has
   * say which they are; results of tests are called as build servers look for them.
   */
  private static String name(OutputFormat format, String name) {
    if (format.equals(CheckReport.JUNIT)) {
      return "TEST-" + name + "." + format.extension();
    }
    boolean isGeneral = OutputFormat.GENERAL.contains(format);
    boolean isUnique = isGeneral || format.name().equals(format.extension());
    return name + (isUnique ? "" : "-" + format.name()) + "." + format.extension();
  }

  /** Writes a report into a folder, and gives the path of its file. */
  static Path write(Report report, OutputFormat format, Path folder, String name)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name(format, name));
    Path part = Files.createTempFile(folder, name, ".part");
    try {
      try (Writer out = Files.newBufferedWriter(part)) {
        report.write(format, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }
}
