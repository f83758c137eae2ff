package dev.weighbridge.formats.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** The binaries of one folder of fixtures, whether they lie in a folder or in a jar. */
public final class FixtureFolder {
  private FixtureFolder() {}

  /**
   * The names of the binaries in a folder, sorted: {@code elf/c-x64}. Texts beside them, which say
   * the truth or where they are from, and sources are left out.
   *
   * @param folder its name below {@code fixtures}: {@code elf}
   */
  public static List<String> binaries(String folder) {
    URL url = FixtureFolder.class.getResource("/fixtures/" + folder);
    if (url == null) {
      throw new IllegalArgumentException("no fixtures/" + folder);
    }
    try {
      List<String> names = new ArrayList<>();
      for (String name : files(url, folder)) {
        if (!name.endsWith(".txt")
            && !name.endsWith(".md")
            && !name.endsWith(".json")
            && !name.endsWith(".py")
            && !name.endsWith(".rs")) {
          names.add(folder + "/" + name);
        }
      }
      names.sort(null);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The image that a program database belongs to: of {@code pdb/a.pdb} it is {@code pe/a.exe}. */
  public static String imageOf(String database) {
    String stem = database.substring("pdb/".length(), database.length() - ".pdb".length());
    return "pe/" + stem + (stem.equals("fixlib") ? ".dll" : ".exe");
  }

  private static List<String> files(URL url, String folder) throws IOException, URISyntaxException {
    List<String> names = new ArrayList<>();
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      String prefix = "fixtures/" + folder + "/";
      for (JarEntry entry : jar.getJarFile().stream().toList()) {
        if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
          names.add(entry.getName().substring(prefix.length()));
        }
      }
      return names;
    }
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }
}
