package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.cargo.CargoReader;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What Cargo writes: metadata, and locks. */
class CargoFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            version = 4
            [[package]]
            name = "app"
            version = "0.3.0"
            dependencies = [ "dup 2.0.0", "leaf" ]
            [[package]]
            name = "dup"
            version = "1.0.0"
            [[package]]
            name = "dup"
            version = "2.0.0"
            source = "registry+https://github.com/rust-lang/crates.io-index"
            [[package]]
            name = "leaf"
            version = "0.9.1"
            """,
            """
            {"packages": [{"name": "a", "version": "1.0.0", "id": "a1", "source": null,
              "dependencies": [{"name": "b-c", "kind": null, "rename": "d", "optional": true}],
              "targets": [{"kind": ["bin"], "name": "a", "src_path": "/a/src/main.rs"}],
              "features": {"default": ["e"], "e": ["dep:d"]}},
             {"name": "b-c", "version": "2.0.0", "id": "b2", "source": "registry",
              "targets": [{"kind": ["lib"], "name": "b_c", "src_path": "/b/src/lib.rs"}]}],
             "workspace_members": ["a1"], "resolve": {"root": "a1", "nodes": [
              {"id": "a1", "features": ["default", "e"], "deps": [
               {"name": "d", "pkg": "b2", "dep_kinds": [{"kind": null}]}]},
              {"id": "b2", "features": [], "deps": []}]}}
            """)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] file) {
    TimeLimit.run(file, () -> read(file));
  }

  @SuppressWarnings("EmptyCatch")
  private static void read(byte[] file) {
    try {
      CargoReader.read("fuzzed", Bytes.of(file));
    } catch (BinaryException expected) {
      // The one way in which a file may be refused.
    }
  }
}
