package dev.weighbridge.formats.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SymbolTable.Symbol;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The innermost function and the line of addresses all over the code, as {@code llvm-symbolizer}
 * tells them.
 *
 * <p>{@code -Dweighbridge.symbolizer.file=FILE} samples another file, at {@code
 * -Dweighbridge.symbolizer.addresses=N} addresses.
 */
@RequiresNative("llvm-symbolizer")
class SymbolizerTest {
  private static final String TOOL =
      System.getProperty("weighbridge.symbolizer", "llvm-symbolizer");
  private static final String FILE = System.getProperty("weighbridge.symbolizer.file", "");
  private static final int ADDRESSES = Integer.getInteger("weighbridge.symbolizer.addresses", 2000);

  @TempDir private Path folder;
  private final Map<String, List<Symbol>> symbols = new HashMap<>();
  private BinaryImage image;

  @Test
  void innermostFunctionsAndLinesAreAsTheSymbolizerTellsThem(TestReporter reporter)
      throws IOException {
    Path file = FILE.isEmpty() ? fixture("dwarf/app-full-v5-v0-zlib") : Path.of(FILE);
    BinaryFile read = FormatRegistry.installed().read(file.toString(), FileMapper.open(file));
    image = read.images().get(0);
    image.symbols().stream()
        .forEach(each -> symbols.computeIfAbsent(each.name(), n -> new ArrayList<>()).add(each));
    long[] addresses = sample();
    List<String> expected = symbolized(file, addresses);
    assertThat(expected).hasSameSizeAs(LongStream.of(addresses).boxed().toList());
    List<String> differences = new ArrayList<>();
    int told = 0;
    for (int i = 0; i < addresses.length; i++) {
      String found =
          found(addresses[i], expected.get(i).substring(0, expected.get(i).lastIndexOf(" at ")));
      told += found.endsWith(" at ??:0") ? 0 : 1;
      if (!found.equals(expected.get(i))) {
        differences.add(Long.toHexString(addresses[i]) + " " + expected.get(i) + " <> " + found);
      }
    }
    assertThat(told).isPositive();
    reporter.publishEntry(
        told + " of " + addresses.length + " told", differences.size() + " differ " + differences);
    assertThat(differences).hasSizeLessThanOrEqualTo(addresses.length / 1000);
  }

  private Path fixture(String name) throws IOException {
    return Files.write(folder.resolve("fixture"), Fixtures.array(name));
  }

  /** Addresses at equal distances over all sections of code. */
  private long[] sample() {
    List<Section> code =
        image.sections().stream()
            .filter(section -> section.isLoaded() && section.kind() == Kind.CODE)
            .toList();
    long size = code.stream().mapToLong(Section::memorySize).sum();
    long[] addresses = new long[(int) Math.min(ADDRESSES, size)];
    int section = 0;
    long before = 0;
    for (int i = 0; i < addresses.length; i++) {
      long place = size * i / addresses.length;
      while (place - before >= code.get(section).memorySize()) {
        before += code.get(section++).memorySize();
      }
      addresses[i] = code.get(section).address() + place - before;
    }
    return addresses;
  }

  private List<String> symbolized(Path file, long[] addresses) throws IOException {
    Path questions = folder.resolve("addresses");
    Files.write(
        questions, LongStream.of(addresses).mapToObj(a -> "0x" + Long.toHexString(a)).toList());
    List<String> lines =
        NativeTool.lines(
            "sh",
            "-c",
            "exec \"$0\" --inlines --no-demangle --obj=\"$1\" < \"$2\"",
            TOOL,
            file,
            questions);
    List<String> answers = new ArrayList<>();
    for (int line = 0; line + 1 < lines.size(); ) {
      String place = cleaned(lines.get(line + 1));
      answers.add(lines.get(line) + " at " + place);
      while (line < lines.size() && !lines.get(line).isEmpty()) {
        line++;
      }
      line++;
    }
    return answers;
  }

  /**
   * A place as we tell it: without the column, without {@code .} and {@code ..} inside a path, and
   * none where the symbolizer falls back on the file symbol of the symbol table, which knows of no
   * folder or line.
   */
  private static String cleaned(String place) {
    String line = place.substring(0, place.lastIndexOf(':'));
    if (line.indexOf('/') < 0 && line.endsWith(":0")) {
      return "??:0";
    }
    int colon = line.lastIndexOf(':');
    return Path.of(line.substring(0, colon)).normalize() + line.substring(colon);
  }

  /** Outermost functions the symbolizer calls by their symbols, of which there may be several. */
  private String found(long address, String expectedName) {
    LineTable lines = image.debug().lines();
    int row = lines.rowAt(address);
    boolean hasFile = row >= 0 && lines.file(row) >= 0;
    String place = hasFile ? lines.sources().path(lines.file(row)) + ":" + lines.line(row) : "??:0";
    InlineTable inlines = image.debug().inlines();
    int scope = inlines.code().rowAt(address);
    boolean isOutermost = scope < 0 || inlines.parent(scope) < 0;
    boolean isSymbol = isOutermost && isNameOf(expectedName, address);
    return (isSymbol ? expectedName : scope < 0 ? "??" : name(inlines, scope)) + " at " + place;
  }

  private static String name(InlineTable inlines, int scope) {
    FunctionNames functions = inlines.functions();
    int function = inlines.function(scope);
    String linkage = functions.linkageName(function);
    return linkage.isEmpty() ? functions.name(function) : linkage;
  }

  private boolean isNameOf(String name, long address) {
    for (Symbol symbol : symbols.getOrDefault(name, List.of())) {
      long size = Math.max(1, symbol.memorySize());
      if (symbol.address() <= address && address - symbol.address() < size) {
        return true;
      }
    }
    // A symbol without a size reaches up to the next one: a start file, an assembler's function.
    return symbols.getOrDefault(name, List.of()).stream()
        .anyMatch(symbol -> symbol.memorySize() == 0 && symbol.address() <= address);
  }
}
