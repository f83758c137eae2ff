package dev.weighbridge.formats.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Jars that are made of a source while a test runs, as those of others would be. */
public final class SourceJar {
  private SourceJar() {}

  /**
   * Writes a jar with one class, which is a service.
   *
   * @param jar the file to write
   * @param service the name of the service
   * @param name the full name of the class
   * @param source its source
   */
  public static Path write(Path jar, String service, String name, String source)
      throws IOException {
    Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    Path file = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    compile(file, folder);
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of("create", "true"));
        Stream<Path> classes = Files.walk(folder)) {
      for (Path made : classes.filter(path -> path.toString().endsWith(".class")).toList()) {
        Path inside = zip.getPath(folder.relativize(made).toString().replace('\\', '/'));
        Files.createDirectories(inside.getParent());
        Files.copy(made, inside);
      }
      Path services = Files.createDirectories(zip.getPath("META-INF", "services"));
      Files.writeString(services.resolve(service), name + "\n");
    }
    return jar;
  }

  private static void compile(Path file, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    // Modules are taken for jars and folders: a plug-in may know no more than is exported anyway.
    String path =
        System.getProperty("java.class.path")
            + File.pathSeparator
            + System.getProperty("jdk.module.path", "");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options = List.of("-cp", path, "-proc:none", "-nowarn", "-d", folder.toString());
      compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file)).call();
    }
    assertThat(said.toString()).isEmpty();
  }
}
