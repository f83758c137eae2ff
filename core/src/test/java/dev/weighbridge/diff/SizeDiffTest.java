package dev.weighbridge.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.diff.Builds.Function;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeDiffTest {
  /** Of all pairs of dimensions one in so many is compared, each dimension first and second. */
  private static final int PART = 7;

  private static final OpenOptions OWN = OpenOptions.DEFAULT.withPricing(Pricing.OWN);

  @TempDir private Path folder;

  private SizeDiff diff(List<Function> before, List<Function> after) throws IOException {
    BinaryModel old = Builds.of(folder, before);
    return Builds.of(folder, after).since(old, Dimensions.SYMBOL);
  }

  /** The rows of the described functions: their codes, not their names in the symbol table. */
  private SizeDiff code(List<Function> before, List<Function> after) throws IOException {
    SizeDiff diff = diff(before, after);
    EnumSet<Kind> code = EnumSet.of(Kind.CODE);
    return new SizeDiff(diff.beforeTree().only(code), diff.afterTree().only(code));
  }

  private static List<String> said(SizeDiff diff) {
    List<String> said = new ArrayList<>();
    for (DiffRow row : diff.rows()) {
      String from = row.formerLabel().map(label -> " from " + label).orElse("");
      said.add(
          row.label()
              + from
              + " "
              + row.before().fileSize()
              + " "
              + row.after().fileSize()
              + " "
              + row.status().key());
    }
    return said;
  }

  @ParameterizedTest
  @ValueSource(strings = {"v0", "legacy"})
  void buildsThatDifferOnlyInHashesDoNotDiffer(String mangling) throws IOException {
    for (Pricing pricing : Pricing.values()) {
      OpenOptions options = OpenOptions.DEFAULT.withPricing(pricing);
      BinaryModel old = Builds.open("shapes-" + mangling + "-a", options);
      BinaryModel now = Builds.open("shapes-" + mangling + "-b", options);
      assertThat(old.file().bytes().toArray(0, old.fileSize()))
          .isNotEqualTo(now.file().bytes().toArray(0, now.fileSize()));
      List<Dimension> all = Dimensions.all();
      for (int first = 0; first < all.size(); first++) {
        for (int second = first % PART; second < all.size(); second += PART) {
          SizeDiff diff = now.since(old, all.get(first), all.get(second));
          assertThat(diff.cause()).isEqualTo("no change in size");
          areSame(diff.rows());
        }
      }
    }
  }

  private static void areSame(List<DiffRow> rows) {
    for (DiffRow row : rows) {
      assertThat(row.status()).as(row.label()).isEqualTo(DiffStatus.SAME);
      assertThat(row.delta()).as(row.label()).isEqualTo(Weight.NONE);
      areSame(row.rows());
    }
  }

  /** What {@code nm -S} says of each name: the bytes of all functions that read alike. */
  private static Map<String, Long> truth(String file) throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    for (String line : Builds.lines(file)) {
      String[] fields = line.split(" ", -1);
      if (fields.length == 4 && fields[2].equalsIgnoreCase("t")) {
        sizes.merge(RustDemangler.demangle(fields[3]), Long.parseLong(fields[1], 16), Long::sum);
      }
    }
    return sizes;
  }

  @Test
  void whatWasAddedRemovedAndGrownIsWhatNmSays() throws IOException {
    BinaryModel old = Builds.open("shapes-v0-a", OWN);
    BinaryModel now = Builds.open("shapes-v0-more", OWN);
    EnumSet<Kind> code = EnumSet.of(Kind.CODE);
    SizeDiff diff = new SizeDiff(old.bySymbol().only(code), now.bySymbol().only(code));
    Map<String, Long> before = truth("shapes-v0-a.nm.txt");
    Map<String, Long> after = truth("shapes-v0-more.nm.txt");
    Map<String, DiffRow> rows = new HashMap<>();
    for (DiffRow row : diff.rows()) {
      rows.put(row.label(), row);
    }
    int compared = 0;
    for (Map.Entry<String, DiffRow> entry : rows.entrySet()) {
      DiffRow row = entry.getValue();
      boolean isPlain = row.formerLabel().isEmpty() && !row.label().startsWith("[");
      if (isPlain && row.after().fileSize() == after.getOrDefault(row.label(), 0L)) {
        long size = before.getOrDefault(row.label(), 0L);
        assertThat(row.before().fileSize()).as(row.label()).isEqualTo(size);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(25);
    assertThat(rows.get("shapes::shout").status()).isEqualTo(DiffStatus.ADDED);
    assertThat(rows.get("shapes::shout").after().fileSize()).isEqualTo(0xdb);
    assertThat(rows.get("shapes::main").status()).isEqualTo(DiffStatus.GROWN);
    assertThat(rows.get("shapes::main").delta().fileSize()).isEqualTo(0x6b4 - 0x52f);
    String gone =
        "core::ptr::drop_in_place::"
            + "<alloc::collections::btree::map::BTreeMap<alloc::string::String, usize>>";
    assertThat(rows.get(gone).status()).isEqualTo(DiffStatus.REMOVED);
    assertThat(rows.get(gone).before().fileSize()).isEqualTo(0x3be);
    assertThat(diff.cause()).startsWith("+2,493 bytes: new symbol alloc::str::join_generic_copy");
  }

  @Test
  void equalNamesAreMatchedOneByOneInTheOrderOfTheirSizes() throws IOException {
    SizeDiff diff =
        code(
            List.of(new Function("init", 16), new Function("init", 48), new Function("init", 32)),
            List.of(
                new Function("init", 40),
                new Function("init", 16),
                new Function("init", 8),
                new Function("init", 48)));
    assertThat(said(diff))
        .containsExactly(
            "init 32 40 grown", "init 0 8 added", "init 48 48 same", "init 16 16 same");
  }

  @Test
  void aFunctionOfAnotherNameWithTheSameBytesHasMoved() throws IOException {
    SizeDiff diff =
        code(
            List.of(new Function("stays", 16), new Function("older", 64)),
            List.of(new Function("newer", 64), new Function("stays", 16)));
    assertThat(said(diff)).containsExactly("newer from older 64 64 moved", "stays 16 16 same");
  }

  @Test
  void instancesForAnotherTypeAreMatchedWhenNothingBetterIs() throws IOException {
    String generic = "_RINvCs4fqI2P2rA04_4demo4sort%sE";
    SizeDiff diff =
        code(
            List.of(new Function(String.format(generic, "h"), 64)),
            List.of(new Function(String.format(generic, "m"), 80)));
    assertThat(said(diff)).containsExactly("demo::sort::<u32> from demo::sort::<u8> 64 80 grown");
  }

  @Test
  void instancesOfOneGenericAreOneCause() throws IOException {
    String generic = "_RINvCs4fqI2P2rA04_4demo4sort%sE";
    SizeDiff diff =
        code(
            List.of(new Function("main", 16), new Function(String.format(generic, "h"), 64)),
            List.of(
                new Function("main", 20),
                new Function(String.format(generic, "h"), 64),
                new Function(String.format(generic, "m"), 80),
                new Function(String.format(generic, "y"), 96)));
    assertThat(diff.cause()).isEqualTo("+180 bytes: 2 more instances of demo::sort +176, main +4");
  }

  @Test
  void causesAreThoseOfTheDirectionAndTheRestIsNamed() throws IOException {
    List<Function> before = List.of(new Function("a", 64), new Function("gone", 32));
    SizeDiff shrunk = code(before, List.of(new Function("a", 16), new Function("new", 8)));
    assertThat(shrunk.cause())
        .isEqualTo("-72 bytes: a -48, without symbol gone -32, 1 other change +8");
    SizeDiff level = code(before, List.of(new Function("a", 32), new Function("gone", 64)));
    assertThat(level.cause()).isEqualTo("no change in size, but gone +32, a -32");
  }

  @Test
  void treesOfOtherDimensionsAreRefused() throws IOException {
    BinaryModel model = Builds.open("shapes-v0-a", OWN);
    assertThatThrownBy(() -> new SizeDiff(model.bySymbol(), model.bySection()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
