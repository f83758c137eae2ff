package dev.weighbridge.fleet;

import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** Two states of a folder with programs of every format, and runs of the command over them. */
public final class Folders {
  private Folders() {}

  /** What a run of the command said. */
  public record Run(int status, String out, String err) {}

  /** A folder with programs, packages, a copy, a damaged program and a text. */
  public static Path before(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("before"));
    put(folder, "bin/tool", "elf/c-x64");
    put(folder, "bin/tool-copy", "elf/c-x64");
    put(folder, "bin/rust", "elf/generic-v0.o");
    put(folder, "lib/libfix.so", "elf/libfix.so");
    put(folder, "lib/libparse.a", "dwarf/macho-libparse.a");
    put(folder, "art.exe", "dwarf/art.exe");
    put(folder, "art.wasm", "dwarf/art.wasm");
    put(folder, "image.tar", "packages/app-docker.tar");
    byte[] go = unpacked("fixtures/golang/cgo-lld-pie-g119.xz");
    Files.write(folder.resolve("go-1"), go);
    // The same program as another release would say that it was built.
    String text = new String(go, StandardCharsets.ISO_8859_1).replace("go1.19.8", "go1.19.9");
    Files.write(folder.resolve("go-2"), text.getBytes(StandardCharsets.ISO_8859_1));
    byte[] damaged = Arrays.copyOf(Fixtures.array("elf/c-x64"), 40);
    Files.write(folder.resolve("damaged"), damaged);
    Files.writeString(folder.resolve("notes.txt"), "no program\n");
    return folder;
  }

  /** The same with a program that grew, one that went and one that came. */
  public static Path after(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("after"));
    put(folder, "bin/tool", "elf/c-x64-g-dwarf5");
    put(folder, "bin/rust", "elf/generic-v0.o");
    put(folder, "lib/libfix.so", "elf/libfix-strip.so");
    put(folder, "art.exe", "dwarf/art.exe");
    put(folder, "new", "elf/cpp-x64");
    return folder;
  }

  private static void put(Path folder, String name, String fixture) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, Fixtures.array(fixture));
  }

  private static byte[] unpacked(String name) throws IOException {
    try (InputStream in = Folders.class.getResourceAsStream("/" + name);
        InputStream unpacked = new XZInputStream(Objects.requireNonNull(in))) {
      return unpacked.readAllBytes();
    }
  }

  public static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Fleet.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Run(status, out.toString(), err.toString());
  }

  /** All files of a store with their bytes, as texts that can be compared. */
  static Map<String, String> contents(Path store) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(store.relativize(file).toString(), Content.open(file).hash());
      }
    }
    return contents;
  }
}
