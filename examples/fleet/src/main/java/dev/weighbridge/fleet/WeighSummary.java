package dev.weighbridge.fleet;

import dev.weighbridge.report.answer.SafeText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.SortedMap;
import picocli.CommandLine;

/**
 * What became of the files that were to be weighed.
 *
 * @param files how many files the snapshot has
 * @param others how many files of directories are no programs
 * @param errors why files could not be read or weighed, by their names
 */
public record WeighSummary(int files, int others, SortedMap<String, String> errors) {
  /** Tells it, and gives the exit status. */
  public int tell(CommandLine line) {
    PrintWriter err = line.getErr();
    errors.forEach((file, error) -> err.println("fleet: " + SafeText.of(file + ": " + error)));
    line.getOut()
        .println(
            String.format(
                Locale.ROOT,
                "%,d files in the snapshot, %,d could not be weighed, %,d others are no programs",
                files,
                errors.size(),
                others));
    return errors.isEmpty() ? Fleet.DONE : Fleet.FAILED;
  }
}
