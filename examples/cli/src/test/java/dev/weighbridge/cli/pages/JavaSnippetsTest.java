package dev.weighbridge.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.pages.JavaSnippets.Snippet;
import dev.weighbridge.cli.pages.Pages.Block;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs every piece of Java that the documentation shows. */
class JavaSnippetsTest {
  private static final Pattern PACKAGE = Pattern.compile("^package ([a-z.]+);");
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?final class (\\w+)");

  @TempDir private static Path folder;

  @TestFactory
  List<DynamicTest> everySnippetRuns() throws IOException {
    JavaSnippets snippets = new JavaSnippets();
    List<Snippet> all = snippets.all();
    List<Path> sources = new ArrayList<>();
    for (Snippet snippet : all) {
      Path source = folder.resolve(snippet.name() + ".java");
      sources.add(Files.writeString(source, snippets.source(snippet)));
    }
    String errors = compile(sources);
    if (!errors.isEmpty()) {
      // One that does not compile must not keep the others from running.
      sources.removeIf(source -> errors.contains(source.getFileName().toString()));
      compile(sources);
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Snippet snippet : all) {
      tests.add(
          DynamicTest.dynamicTest(
              snippet.where(),
              () -> {
                assertThat(errors).doesNotContain(snippet.name() + ".java");
                run(snippet.name());
              }));
    }
    return tests;
  }

  /** The page of each exported package shows how to use it. */
  @Test
  void everyExportedPackageHasASnippet() throws IOException {
    assertThat(new JavaSnippets().withoutSnippet()).isEmpty();
  }

  /** A block that is a whole file is one of the project, which its own tests run. */
  @Test
  void wholeFilesAreThoseOfTheProject() throws IOException {
    List<String> shown = new ArrayList<>();
    for (Block block : Pages.blocks("java")) {
      Matcher matcher = PACKAGE.matcher(block.text());
      if (matcher.find()) {
        Path source = source(matcher.group(1), block.text());
        assertThat(block.text()).as(block.where()).isEqualTo(Files.readString(source));
        shown.add(block.where());
      }
    }
    assertThat(shown).isNotEmpty();
  }

  private static Path source(String packageName, String text) throws IOException {
    Matcher type = CLASS.matcher(text);
    assertThat(type.find()).as("a final class in\n" + text).isTrue();
    String end = "java/" + packageName.replace('.', '/') + "/" + type.group(1) + ".java";
    try (Stream<Path> files = Files.walk(Pages.ROOT.resolve("examples"))) {
      return files.filter(file -> file.endsWith(end)).findFirst().orElseThrow();
    }
  }

  /** What the compiler says of all of them, each complaint with the name of its file. */
  private static String compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StringWriter rest = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      String classPath = System.getProperty("java.class.path");
      List<String> options =
          List.of("-cp", classPath, "-proc:none", "-nowarn", "-d", folder.toString());
      compiler
          .getTask(rest, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    found.getDiagnostics().forEach(one -> rest.append(one.toString()).append('\n'));
    return rest.toString();
  }

  private static void run(String name) throws Exception {
    PrintStream before = System.out;
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(path, JavaSnippetsTest.class.getClassLoader())) {
      System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
      ((SnippetWorld) loader.loadClass(name).getConstructor().newInstance()).run();
    } finally {
      System.setOut(before);
    }
  }
}
