package dev.weighbridge.fleet;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The SHA-256 of contents in hexadecimal: files that have the same are weighed once. */
final class ContentHash {
  private static final int CHUNK = 1 << 16;

  private final MessageDigest digest = digest();

  private ContentHash() {}

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** That of a file. */
  static String of(Bytes bytes) {
    ContentHash hash = new ContentHash();
    hash.add(bytes);
    return hash.text();
  }

  /** That of a directory: of the names, sizes and bytes of all files in it. */
  static String ofDirectory(Path directory) throws IOException {
    ContentHash hash = new ContentHash();
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      byte[] name = directory.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
      Bytes bytes = FileMapper.open(file);
      hash.digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
      hash.digest.update(name);
      hash.digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length()).flip());
      hash.add(bytes);
    }
    return hash.text();
  }

  /** That of a text. */
  static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private void add(Bytes bytes) {
    byte[] chunk = new byte[(int) Math.min(CHUNK, bytes.length())];
    for (long start = 0; start < bytes.length(); start += chunk.length) {
      int count = (int) Math.min(chunk.length, bytes.length() - start);
      bytes.copy(start, chunk, 0, count);
      digest.update(chunk, 0, count);
    }
  }

  private String text() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The bytes of a file, or of all files in a directory. */
  static long size(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.size(path);
    }
    long sum = 0;
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        sum += Files.size(file);
      }
    }
    return sum;
  }
}
