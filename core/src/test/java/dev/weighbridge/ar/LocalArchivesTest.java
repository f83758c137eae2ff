package dev.weighbridge.ar;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that happen to lie on the machine: the C library and those of the Rust compiler. */
@RequiresNative({"ar", "readelf"})
class LocalArchivesTest {
  private static final Pattern MEMBER = Pattern.compile("\\S+ +\\S+ +(\\d+) .{17} (.*)");
  private static final Pattern FILE = Pattern.compile("File: .*/([^/]*\\(.*\\))");
  private static final Pattern FUNCTION =
      Pattern.compile(" *\\d+: [0-9a-f]+ +(\\w+) (?:FUNC|IFUNC) +\\w+ +\\w+ +\\d+ (.*)");

  static List<Path> archives() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu")) {
      Path library = Path.of(folder, "libc.a");
      if (Files.isRegularFile(library)) {
        found.add(library);
      }
    }
    if (NativeTool.isInstalled("rustc")) {
      for (String folder : NativeTool.lines("rustc", "--print", "target-libdir")) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
          files.filter(file -> file.toString().endsWith(".rlib")).sorted().forEach(found::add);
        }
      }
    }
    return found;
  }

  private static BinaryModel open(Path archive) throws IOException {
    return BinaryModel.open(archive, OpenOptions.DEFAULT.withPricing(Pricing.OWN));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("archives")
  void membersAreThoseOfAr(Path archive) throws IOException {
    List<String> truth = new ArrayList<>();
    for (String line : NativeTool.lines("ar", "tv", archive)) {
      Matcher row = MEMBER.matcher(line);
      if (row.matches() && !row.group(1).equals("0")) {
        truth.add(archive.getFileName() + "(" + row.group(2) + ") " + row.group(1));
      }
    }
    BinaryModel model = open(archive);
    assertThat(model).coversFileExactly();
    List<SizeRow> rows = new ArrayList<>(model.by(Dimensions.IMAGE).rows());
    rows.removeIf(row -> row.label().equals("[container]"));
    assertThat(truth).isNotEmpty();
    assertThat(rows.stream().map(row -> row.label() + " " + row.fileSize()))
        .containsExactlyInAnyOrderElementsOf(truth);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("archives")
  void functionsWeighWhatReadelfSays(Path archive) throws IOException {
    Map<String, Long> weighed = new HashMap<>();
    for (SizeRow image : open(archive).by(Dimensions.IMAGE, Dimensions.SYMBOL).rows()) {
      for (SizeRow symbol : image.rows()) {
        List<String> names = symbol.symbol().map(SizeRow.SymbolFacts::rawNames).orElse(List.of());
        for (String name : names) {
          weighed.merge(image.label() + " " + name, symbol.fileSize(Kind.CODE), Long::sum);
        }
      }
    }
    Map<String, Long> truth = new HashMap<>();
    String member = "";
    for (String line : NativeTool.lines("readelf", "-sW", archive)) {
      Matcher file = FILE.matcher(line);
      Matcher function = FUNCTION.matcher(line);
      if (file.matches()) {
        member = file.group(1);
      } else if (function.matches() && !function.group(1).equals("0")) {
        truth.put(member + " " + function.group(2), Long.decode(function.group(1)));
      }
    }
    assertThat(weighed).containsAllEntriesOf(truth);
  }
}
