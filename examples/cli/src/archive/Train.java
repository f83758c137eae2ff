import dev.weighbridge.cli.Weighbridge;
import dev.weighbridge.cli.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs many commands in one virtual machine, which lists the classes they load: one that starts for
 * each command would compile and load the same things again each time.
 */
public final class Train {
  private static final int ASK_THE_TERMINAL = 0;

  private Train() {}

  /**
   * Runs commands.
   *
   * @param args a file with a command a line, of words between blanks; {@code ${name}} in a word
   *     stands for a system property
   * @throws IOException if that file cannot be read
   */
  public static void main(String[] args) throws IOException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] words = line.split(" ");
      for (int i = 0; i < words.length; i++) {
        words[i] = expanded(words[i]);
      }
      OutputStream out = new FileOutputStream(FileDescriptor.out);
      // Some end with a finding, which is no failure here.
      new Weighbridge(new Console(System.in, out, System.err, ASK_THE_TERMINAL)).run(words);
    }
  }

  private static String expanded(String word) {
    int start = word.indexOf("${");
    int end = word.indexOf('}', start);
    return start < 0 || end < 0
        ? word
        : word.substring(0, start)
            + System.getProperty(word.substring(start + 2, end))
            + word.substring(end + 1);
  }
}
