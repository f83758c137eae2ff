package dev.weighbridge.lint;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tukaani.xz.XZInputStream;

/** The builds of the same programs, step by step, each weighed once. */
final class Builds {
  private static final Map<String, BinaryModel> OPEN = new ConcurrentHashMap<>();

  private Builds() {}

  /** A build of the advisor's fixtures by its name; other fixtures by their path. */
  static BinaryModel open(String name) {
    return OPEN.computeIfAbsent(name, Builds::read);
  }

  private static BinaryModel read(String name) {
    if (name.contains("/") && !name.endsWith(".xz")) {
      return BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT);
    }
    String file = name.contains("/") ? name : "advisor/" + name + ".xz";
    byte[] packed = Fixtures.array(file);
    try (XZInputStream stream = new XZInputStream(new ByteArrayInputStream(packed))) {
      return BinaryModel.of(name, Bytes.of(stream.readAllBytes()), OpenOptions.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the installed rules say of a build. */
  static LintResult lint(String name) {
    return Linter.installed().lint(open(name).attribution());
  }
}
