package dev.weighbridge.formats.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The snippet on the page of a package, and the method of a test that compiles it: between the
 * comments {@code Tutorial begins} and {@code Tutorial ends}.
 */
public final class Tutorial {
  private Tutorial() {}

  /**
   * Checks that both are the same.
   *
   * @param folder of the package: {@code dev/weighbridge/formats/dwarf}
   * @param testName name of the test, in the same package
   */
  public static void check(String folder, String testName) throws IOException {
    String test = Files.readString(Path.of("src/test/java", folder, testName + ".java"));
    String body = test.split("// Tutorial (begins|ends)\n", 3)[1].stripTrailing().stripIndent();
    String page = Files.readString(Path.of("src/main/java", folder, "package-info.java"));
    String snippet = page.substring(page.indexOf("@code\n") + 6, page.indexOf(" * }</pre>"));
    assertThat(snippet.replaceAll("(?m)^ \\* ?", "").strip()).isEqualTo(body.strip());
  }
}
