package dev.weighbridge.corpus;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published libraries weigh what GNU readelf says, section by section. */
@Tag("corpus")
@RequiresNative("readelf")
@EnabledIfSystemProperty(named = PublishedElfTest.FOLDER, matches = ".+")
class PublishedElfTest {
  static final String FOLDER = "weighbridge.corpus";

  private static final Pattern SECTION =
      Pattern.compile(
          " *\\[ *\\d+\\] (\\S*) +(\\S+) +[0-9a-f]{8,16} [0-9a-f]{6,} ([0-9a-f]{6,}) .*");

  /** A row of the list of published files. */
  private record Published(String artifact, String path, long fileSize, String sha256) {
    static Published of(String line) {
      String[] fields = line.split("\t", -1);
      return new Published(fields[0], fields[1], Long.parseLong(fields[2]), fields[3]);
    }
  }

  @TempDir private Path folder;

  static List<Published> files() throws IOException {
    try (InputStream list = PublishedElfTest.class.getResourceAsStream("/corpus/elf.tsv")) {
      String text = new String(Objects.requireNonNull(list).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Published::of).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void sectionsWeighWhatReadelfSays(Published published) throws Exception {
    Path file = unpack(published);
    assertThat(Files.size(file)).isEqualTo(published.fileSize());
    assertThat(sha256(file)).isEqualTo(published.sha256());
    BinaryModel model = BinaryModel.open(file);
    assertThat(model).coversFileExactly();
    Map<String, Long> weighed = new TreeMap<>();
    long sum = 0;
    for (SizeRow row : model.bySection().rows()) {
      weighed.merge(row.label(), row.fileSize(), Long::sum);
      sum += row.fileSize();
    }
    assertThat(sum).isEqualTo(published.fileSize());
    Map<String, Long> truth = sections(file);
    assertThat(truth).isNotEmpty();
    assertThat(weighed).containsAllEntriesOf(truth);
  }

  /** Bytes in the file by section name, sections of one name together; empty ones have no row. */
  private static Map<String, Long> sections(Path file) {
    Map<String, Long> sizes = new TreeMap<>();
    for (String line : NativeTool.lines("readelf", "-SW", file)) {
      Matcher row = SECTION.matcher(line);
      if (row.matches()) {
        boolean isInFile = !row.group(2).equals("NOBITS");
        long size = Long.parseLong(row.group(3), 16);
        if (size > 0) {
          sizes.merge(row.group(1), isInFile ? size : 0, Long::sum);
        }
      }
    }
    return sizes;
  }

  private Path unpack(Published published) throws IOException {
    Path artifact = Path.of(System.getProperty(FOLDER), published.artifact());
    if (published.path().equals("-")) {
      return artifact;
    }
    Path file = folder.resolve("published");
    try (ZipFile zip = new ZipFile(artifact.toFile());
        InputStream content = zip.getInputStream(zip.getEntry(published.path()))) {
      Files.copy(content, file);
    }
    return file;
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
