package dev.weighbridge.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.weighbridge.cli.Commands;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.document.DiffDocument;
import dev.weighbridge.document.LintDocument;
import dev.weighbridge.document.SizeDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands write as JSON is as the published schemas say, and each command has one. */
class JsonSchemasTest {
  private static final Path SCHEMAS = Pages.ROOT.resolve("docs/schema");
  private static final Pattern NAME = Pattern.compile("^\\{\"schema\":\"weighbridge/([a-z-]+)/1\"");

  /** A span is one of many lines, which do not repeat what they are. */
  private static final String UNNAMED = "spans";

  @TempDir private static Path folder;

  private static Map<String, List<String>> written;

  @BeforeAll
  static void writeThem() {
    written = JsonOutputs.written(folder);
  }

  private static String name(String document) {
    Matcher name = NAME.matcher(document);
    return name.find() ? name.group(1) : UNNAMED;
  }

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMAS.resolve(name + "-1.schema.json")), InputFormat.JSON);
  }

  @Test
  void everyDocumentIsAsItsSchemaSays() throws IOException {
    for (Map.Entry<String, List<String>> entry : written.entrySet()) {
      Schema schema = schema(name(entry.getValue().get(0)));
      for (String document : entry.getValue()) {
        List<Error> errors = schema.validate(document, InputFormat.JSON);
        assertThat(errors).as(entry.getKey()).isEmpty();
      }
    }
  }

  @Test
  void aSchemaRefusesDocumentsOfOthers() throws IOException {
    String names = written.get("demangle _ZN3std2rt10lang_start17h0123456789abcdefE main").get(0);
    for (String name : schemas()) {
      boolean isItsOwn = name.equals("demangle") || name.equals(UNNAMED);
      if (!isItsOwn) {
        assertThat(schema(name).validate(names, InputFormat.JSON)).as(name).isNotEmpty();
      }
    }
  }

  @Test
  void everySchemaIsOfSomeDocument() throws IOException {
    Set<String> names =
        written.values().stream()
            .map(documents -> name(documents.get(0)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(schemas()).isEqualTo(names);
  }

  /** What {@code answer} writes is up to the plug-in that answers. */
  @Test
  void everyCommandThatWritesJsonIsAsked() {
    Set<String> asked =
        written.keySet().stream()
            .map(command -> command.substring(0, command.indexOf(' ')))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> writing = new TreeSet<>();
    for (String name : Commands.names()) {
      String help = Shell.run("help", name).out();
      if (help.matches("(?s).*--format=[a-z|]*\\bjson\\b.*") && !name.equals("answer")) {
        writing.add(name);
      }
    }
    assertThat(asked).isEqualTo(writing);
  }

  /** What binaries have and packages do not must still be there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size TALLY | ,\"machine\":\"x86_64\"",
        "size TALLY | ,\"pricing\":\"full\"",
        "size TALLY | ,\"cratePolicy\":\"[a-z]*\"",
        "size TALLY | ,\"basis\":\\{[^}]*\\}",
        "size TALLY | ,\"basis\":\"exact\"",
        "size TALLY | ,\"aliases\":[0-9]*",
        "size packages/app-docker.tar --by layer,entry | ,\"memorySize\":[0-9]*",
        "diff elf/c-x64 elf/cpp-x64 | ,\"machine\":\"x86_64\"",
        "diff elf/c-x64 elf/cpp-x64 | ,\"pricing\":\"full\"",
        "diff elf/c-x64 elf/cpp-x64 | ,\"padding\":[0-9]*",
        "diff elf/c-x64 elf/cpp-x64 | ,\"count\":-?[0-9]*",
        "lint TALLY | ,\"undecided\":\\[.*\\](?=,\"leaves)",
        "lint TALLY | ,\"leavesMost\":[0-9]*",
        "lint TALLY --rows 2 | \"count\":[0-9]*,",
        "lint TALLY | ,\"savingBasis\":\"[a-z-]*\"",
        "lint TALLY | ,\"fileOffset\":-?[0-9]*",
        "lint packages/app-docker.tar | ,\"shipped\":[0-9]*"
      })
  void aSchemaRefusesADocumentThatLacksAMember(String command, String member) throws IOException {
    String document = written.get(command).get(0);
    String damaged = Pattern.compile(member, Pattern.DOTALL).matcher(document).replaceFirst("");
    assertThat(damaged).isNotEqualTo(document);
    assertThat(schema(name(document)).validate(damaged, InputFormat.JSON)).isNotEmpty();
  }

  /** The library reads back what the commands write, of binaries and packages. */
  @Test
  void everyDocumentThatHasAReaderIsRead() {
    int read = 0;
    for (Map.Entry<String, List<String>> entry : written.entrySet()) {
      String document = entry.getValue().get(0);
      long rows = Pattern.compile("\"(label|rule)\":").matcher(document).results().count();
      switch (name(document)) {
        case "size" ->
            assertThat(sizes(SizeDocument.parse(entry.getKey(), document).rows())).isEqualTo(rows);
        case "diff" ->
            assertThat(changes(DiffDocument.parse(entry.getKey(), document).rows()))
                .isEqualTo(rows);
        case "lint" ->
            assertThat(parts(LintDocument.parse(entry.getKey(), document))).isEqualTo(rows);
        default -> read--;
      }
      read++;
    }
    assertThat(read).isGreaterThan(10);
  }

  private static long sizes(List<SizeDocument.Row> rows) {
    return rows.stream().mapToLong(row -> 1 + sizes(row.rows())).sum();
  }

  private static long changes(List<DiffDocument.Row> rows) {
    return rows.stream().mapToLong(row -> 1 + changes(row.rows())).sum();
  }

  private static long parts(LintDocument document) {
    long found =
        document.findings().stream().mapToLong(finding -> 1 + finding.evidence().size()).sum();
    return found + document.undecided().size();
  }

  private static Set<String> schemas() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      return files
          .map(file -> file.getFileName().toString().replace("-1.schema.json", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
