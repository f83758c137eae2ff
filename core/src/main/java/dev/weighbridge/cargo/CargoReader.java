package dev.weighbridge.cargo;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.bytes.TextBytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads what Cargo wrote: it tells which of its files a text is by what that says. */
public final class CargoReader {
  /** The largest metadata seen, of a workspace of a thousand packages, has 20 MB. */
  private static final long LONGEST = 256L << 20;

  /** The newest version of a lock that is known: that of Rust 1.78. */
  private static final int LAST_LOCK = 4;

  private static final String EXPECTED = "the JSON of cargo metadata or a Cargo.lock";

  /** How each line begins that Cargo prints for programs while it builds. */
  private static final Pattern MESSAGE = Pattern.compile("\\s*\\{\\s*\"reason\"\\s*:");

  private CargoReader() {}

  /**
   * Reads a file of {@code cargo metadata} or a {@code Cargo.lock}.
   *
   * @throws IOException if it cannot be read
   * @throws UnsupportedBinaryException if it is neither
   * @throws MalformedBinaryException if it is damaged
   */
  public static CargoGraph read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return read(file.toString(), FileMapper.open(file));
  }

  /** Reads such a text; errors as for {@link #read(Path)} but for I/O. */
  public static CargoGraph read(String name, Bytes bytes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(bytes, "bytes");
    String text = text(name, bytes);
    if (MESSAGE.matcher(text).lookingAt()) {
      throw new UnsupportedBinaryException(
          name, -1, EXPECTED, "messages of cargo build --message-format=json");
    }
    try {
      return isJson(text)
          ? metadata(name, ConfigTable.json(name, text))
          : lock(name, ConfigTable.toml(name, text));
    } catch (ConfigException e) {
      if (!isJson(text) && !text.contains("[[package]]")) {
        throw new UnsupportedBinaryException(name, -1, EXPECTED, "text that is neither");
      }
      throw malformed(name, e);
    }
  }

  /** A defect of a text as one of a file; it names the file by itself. */
  private static MalformedBinaryException malformed(String name, ConfigException e) {
    String path = e.place().startsWith(name + ": ") ? e.place() : name;
    return new MalformedBinaryException(path, -1, e.expected(), e.found());
  }

  private static String text(String name, Bytes file) {
    Bytes bytes = TextBytes.utf8(file);
    if (bytes.length() == 0) {
      throw new UnsupportedBinaryException(name, -1, EXPECTED, "an empty file");
    }
    if (bytes.length() > LONGEST) {
      String found = bytes.length() + " bytes";
      throw new UnsupportedBinaryException(name, -1, "at most " + LONGEST + " bytes", found);
    }
    byte[] all = new byte[(int) bytes.length()];
    bytes.copy(0, all, 0, all.length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all)).toString();
    } catch (CharacterCodingException e) {
      throw new UnsupportedBinaryException(name, -1, EXPECTED, "bytes that are no text");
    }
  }

  private static boolean isJson(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '{';
  }

  private static CargoGraph metadata(String name, ConfigTable document) {
    if (document.tables("packages").isEmpty() || !document.has("workspace_members")) {
      throw new UnsupportedBinaryException(name, -1, EXPECTED, "other JSON");
    }
    long version = document.count("version").orElse(1);
    if (version != 1) {
      String expected = "cargo metadata of format version 1";
      throw new UnsupportedBinaryException(name, -1, expected, "version " + version);
    }
    if (!document.isTable("resolve")) {
      throw new UnsupportedBinaryException(
          name, -1, "cargo metadata with the graph of packages", "that of --no-deps");
    }
    requireFew(document, "packages");
    return new MetadataReader(document).read();
  }

  private static CargoGraph lock(String name, ConfigTable document) {
    if (document.isTable("package") || document.isTable("workspace")) {
      throw new UnsupportedBinaryException(name, -1, EXPECTED, "a Cargo.toml");
    }
    long version = document.count("version").orElse(1);
    if (version > LAST_LOCK) {
      String expected = "a Cargo.lock of version 1 to " + LAST_LOCK;
      throw new UnsupportedBinaryException(name, -1, expected, "version " + version);
    }
    if (document.tables("package").isEmpty()) {
      throw new UnsupportedBinaryException(name, -1, EXPECTED, "TOML without packages");
    }
    requireFew(document, "package");
    return new LockReader(document).read();
  }

  /** Refuses more packages than anybody has. */
  static void requireFew(ConfigTable document, String key) {
    int count = document.tables(key).size();
    if (count > CargoGraph.MOST_PACKAGES) {
      String expected = "at most " + CargoGraph.MOST_PACKAGES + " packages";
      throw new ConfigException(document.place(key), expected, Integer.toString(count));
    }
  }
}
