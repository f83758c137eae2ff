package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the snippets of the package's tutorial; their comments tell the output. */
class TutorialTest {
  private static final Path TUTORIAL =
      Path.of("src/main/java/dev/weighbridge/demangle/package-info.java");

  @TempDir Path directory;

  @Test
  void printsWhatItsCommentsSay() throws Exception {
    List<String> code = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    boolean isInside = false;
    for (String line : Files.readAllLines(TUTORIAL)) {
      String text = line.replaceFirst("^ \\* ?", "");
      if (text.startsWith("}</pre>")) {
        isInside = false;
      } else if (isInside) {
        code.add(text);
        if (text.contains("println")) {
          expected.add(text.substring(text.indexOf("//") + 2).trim());
        }
      }
      isInside = isInside || text.startsWith("<pre>{@code");
    }
    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(run(String.join("\n", code))).containsExactlyElementsOf(expected);
  }

  private List<String> run(String code) throws Exception {
    Path source = directory.resolve("Tutorial.java");
    Files.writeString(
        source,
        "import dev.weighbridge.demangle.*;\nimport java.nio.charset.StandardCharsets;\n"
            + "public class Tutorial { public static void main(String[] args) {\n"
            + code
            + "\n} }\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classes =
        Path.of(RustDemangler.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    int status =
        compiler.run(
            null, null, null, "-cp", classes, "-d", directory.toString(), source.toString());
    assertThat(status).isZero();
    return runMain();
  }

  private List<String> runMain() throws IOException, ReflectiveOperationException {
    PrintStream before = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    URL[] path = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader());
        PrintStream captured = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      loader
          .loadClass("Tutorial")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return output.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
