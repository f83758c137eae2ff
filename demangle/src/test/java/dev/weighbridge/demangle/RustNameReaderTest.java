package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RustNameReaderTest {
  private static final int WARM_UP = 30;

  private final RustNameReader reader = new RustNameReader();

  private boolean read(String name) {
    return reader.read(NameSlice.of(name));
  }

  @Test
  void pointsIntoTheArrayOfTheSlice() {
    byte[] table = NameSlice.of("\0_RINvCs_3std3fooNtCs0_4mine1TECs1_5other\0").array();
    assertThat(reader.read(new NameSlice(table, 1, table.length - 2))).isTrue();
    CrateRange defining = reader.definingCrate();
    assertThat(new NameSlice(table, defining.start(), defining.end() - defining.start()))
        .hasToString("std");
    assertThat(defining.disambiguator()).isEqualTo(1);
    assertThat(reader.responsibleCrate()).hasToString("mine");
    assertThat(reader.responsibleCrate().disambiguator()).isEqualTo(2);
    assertThat(reader.instantiatingCrate().isNamed("other")).isTrue();
    assertThat(reader.instantiatingCrate().isNamed("othe2")).isFalse();
    assertThat(reader.instantiatingCrate().isNamed("others")).isFalse();
    assertThat(reader.suffixStart()).isEqualTo(table.length - 1);
  }

  @Test
  void hasOneGenericIdentityForAllInstancesAndAnotherForEachImpl() {
    long h = id("_RNvMs_C3fooINtB4_3VechE4push");
    assertThat(id("_RNvMs_C3fooINtB4_3VectE4push")).isEqualTo(h);
    assertThat(id("_RNvMs_C3fooINtB4_3VecNtC3bar3BazE4push")).isEqualTo(h);
    assertThat(id("_RNvMs0_C3fooINtB5_3VechE4push")).isNotEqualTo(h);
    assertThat(id("_RNvMs_Cs_3fooINtB4_3VechE4push")).isNotEqualTo(h);
    assertThat(id("_RNvXs_C3fooINtB4_3VechEC1T4push")).isNotEqualTo(h);
    assertThat(id("_RNvMs_C3fooINtB4_3VechE3pop")).isNotEqualTo(h);
    assertThat(id("_RINvNtC4core3ptr13drop_in_placehE"))
        .isEqualTo(id("_RINvNtC4core3ptr13drop_in_placeNtC1a1bE"));
    assertThat(id("_RNCINvC3foo3barhE0")).isEqualTo(id("_RNCINvC3foo3bartE0"));
    assertThat(id("_RNCINvC3foo3barhEs_0")).isNotEqualTo(id("_RNCINvC3foo3bartE0"));
    assertThat(id("_RNvYhNtC3foo5Trait1f")).isEqualTo(id("_RNvYNtC3bar3BazNtC3foo5Trait1f"));
  }

  @Test
  void hasTheSameIdentityWhetherAPathIsSpelledOrReferredTo() {
    assertThat(id("_RINvC3foo3barNvC3foo3barE")).isEqualTo(id("_RNvC3foo3bar"));
    assertThat(id("_RNvXC3fooNtB2_3BarNtB2_5Trait1f"))
        .isEqualTo(id("_RNvXC3fooNtC3foo3BarNtC3foo5Trait1f"));
    assertThat(id("_RNvMNtC3foo3modNtB2_3Bar1f")).isEqualTo(id("_RNvMNtC3foo3modh1f"));
    assertThat(id("_RNvYNtC3foo3BarNtB4_5Trait1f")).isEqualTo(id("_RNvYhNtC3foo5Trait1f"));
  }

  @Test
  void ignoresTheHashAndTheTypeOfDropGlueInLegacyNames() {
    assertThat(id("_ZN3foo3bar17h0000000000000000E"))
        .isEqualTo(id("_ZN3foo3bar17h0000000000000001E"));
    assertThat(id("_ZN4core3ptr29drop_in_place$LT$foo..Bar$GT$17h0000000000000000E"))
        .isEqualTo(id("_ZN4core3ptr23drop_in_place$LT$u8$GT$17h0000000000000001E"));
    assertThat(reader.hash()).isEqualTo(1);
  }

  private long id(String name) {
    assertThat(read(name)).as(name).isTrue();
    return reader.genericId();
  }

  @Test
  void findsTheFunctionAroundClosuresAndShims() {
    long outer = id("_RNvC3foo3bar");
    id("_RNSNCNCNvC3foo3bar00s_6vtable");
    assertThat(reader.enclosingId()).isEqualTo(outer);
    assertThat(reader.isClosure()).isTrue();
    assertThat(reader.isShim()).isTrue();
    id("_RNvNCNvC3foo3bar05inner");
    assertThat(reader.isClosure()).isFalse();
    assertThat(reader.enclosingId()).isEqualTo(reader.genericId()).isNotEqualTo(outer);
  }

  @Test
  void groupsByModule() {
    id("_RNvNtC3foo3bar1f");
    long module = reader.moduleId();
    for (String name :
        List.of(
            "_RNvNtC3foo3bar1g",
            "_RNCNvNtC3foo3bar1g0",
            "_RNvMNtC3foo3barh1f",
            "_RNvXs_NtC3foo3barhC1T1f",
            "_RNvYhNtNtC3foo3bar5Trait1f",
            "_RNcNtNtC3foo3bar4Pair0")) {
      id(name);
      assertThat(reader.moduleId()).as(name).isEqualTo(module);
    }
    id("_RNvNtC3foo3baz1f");
    assertThat(reader.moduleId()).isNotEqualTo(module);
  }

  @Test
  void knowsInstancesOfGenericItems() {
    id("_RINvC3foo3barhE");
    assertThat(reader.isGenericInstance()).isTrue();
    id("_RNvMC3fooINtB2_3BarhE1fC3baz");
    assertThat(reader.isGenericInstance()).isTrue();
    id("_RNvC3foo3bar");
    assertThat(reader.isGenericInstance()).isFalse();
  }

  @Test
  void asksWhoIsStandard() {
    String name = "_RINvCs_3foo3barNtCs0_3baz1TE";
    assertThat(read(name)).isTrue();
    assertThat(reader.responsibleCrate()).hasToString("foo");
    RustNameReader other =
        new RustNameReader((bytes, start, end, disambiguator) -> disambiguator == 1);
    assertThat(other.read(NameSlice.of(name))).isTrue();
    assertThat(other.responsibleCrate()).hasToString("baz");
    assertThat(RustDemangler.read(NameSlice.of(name), (b, s, e, d) -> true))
        .hasValueSatisfying(
            n -> assertThat(n.crates().responsible()).hasToString("Optional[foo[1]]"));
  }

  @Test
  void answersWithoutACrateWhereABackReferenceLeadsToNonsense() {
    assertThat(read("_RNvB2_3foo")).isFalse();
    assertThat(read("_RNvB_3foo")).isTrue();
    assertThat(reader.definingCrate().isPresent()).isFalse();
    assertThat(read("_RNvYhB1_3foo")).isTrue();
    assertThat(reader.definingCrate().isPresent()).isFalse();
    assertThat(reader.responsibleCrate().isPresent()).isFalse();
    assertThat(reader.definingCrate().id()).isZero();
    assertThatThrownBy(() -> reader.definingCrate().toCrateName())
        .isInstanceOf(IllegalStateException.class);
    assertThat(read("_RINvYhB1_3fooNtC4mine1TE")).isTrue();
    assertThat(reader.definingCrate().isPresent()).isFalse();
    assertThat(reader.responsibleCrate()).hasToString("mine");
    assertThat(read("_RNvYhB1_3foo")).isTrue();
    long lost = reader.genericId();
    assertThat(read("_RNvYhB1_3fop")).isTrue();
    assertThat(reader.genericId()).isNotEqualTo(lost);
    assertThat(read("_RNvC3foo3barB4_")).isTrue();
    assertThat(reader.instantiatingCrate().isPresent()).isFalse();
  }

  @Test
  void tellsNothingOfANameThatIsNotRust() {
    for (String name : List.of("main", "_RNvC3foo", "_RNvC3foo3bar-", "_ZN3foo3barEv", "_R")) {
      assertThat(read("_RINvC3foo3barhEC4user")).isTrue();
      assertThat(read(name)).isFalse();
      assertThat(reader.definingCrate().isPresent()).isFalse();
      assertThat(reader.responsibleCrate().isPresent()).isFalse();
      assertThat(reader.instantiatingCrate().isPresent()).isFalse();
      assertThat(reader.isDefiningCrateExact()).isFalse();
      assertThat(reader.isGenericInstance()).isFalse();
      assertThat(reader.hasHash()).isFalse();
      assertThat(reader.suffixStart()).isEqualTo(-1);
    }
  }

  @Test
  void readsVendorSuffixesThatTheTextDoorRefuses() {
    assertThat(read("_RNvC3foo3KEY$tlv$init")).isTrue();
    assertThat(reader.definingCrate()).hasToString("foo");
    assertThat(read("_ZN3foo17h0123456789abcdefE externref shim")).isTrue();
    assertThat(read("_RNvC3foo3KEY other words")).isFalse();
    assertThat(read("_RNvC3foo3KEY$tl v")).isFalse();
    assertThat(read("_RNvC3foo3KEY-")).isFalse();
  }

  @Test
  void agreesWithTheTextOnRealNames() {
    Map<Long, String> keyOfId = new HashMap<>();
    for (String[] row : VectorFile.rows("real-fixtures.tsv.gz")) {
      if (!row[0].startsWith("_R") || row[1].equals("!") || row[1].startsWith("<")) {
        continue;
      }
      assertThat(read(row[0])).as(row[0]).isTrue();
      String root = row[2].substring(0, row[2].indexOf("::"));
      assertThat(reader.definingCrate()).as(row[0]).hasToString(root);
      String key =
          withoutArguments(row[1].replaceFirst("(\\.(llvm\\..*|[.\\d]+)|\\$tlv\\$init)$", ""));
      assertThat(keyOfId.computeIfAbsent(reader.genericId(), id -> key)).isEqualTo(key);
    }
    assertThat(keyOfId.size()).isGreaterThan(1000);
  }

  @Test
  void hasAsManyIdentitiesAsTextsForThem() {
    Map<Long, String> textOfId = new HashMap<>();
    for (String[] row : VectorFile.rows("real-fixtures.tsv.gz")) {
      if (row[0].startsWith("_R") && !row[1].equals("!")) {
        RustName name = RustDemangler.read(row[0]).orElseThrow();
        String text = name.crates().defining().orElseThrow() + " " + name.generic();
        assertThat(textOfId.computeIfAbsent(name.genericId(), id -> text)).isEqualTo(text);
      }
    }
    assertThat(textOfId.size()).isGreaterThan(1000);
    assertThat(textOfId.values()).doesNotHaveDuplicates();
  }

  /** Cuts {@code ::<...>} out of a path. */
  private static String withoutArguments(String path) {
    StringBuilder kept = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean isArrow = c == '>' && path.charAt(i - 1) == '-';
      if (c == '<') {
        if (depth++ == 0) {
          kept.setLength(kept.length() - 2);
        }
      } else if (c == '>' && !isArrow) {
        depth--;
      } else if (depth == 0) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  @Test
  void makesNoObjects() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<NameSlice> names = new ArrayList<>();
    for (String[] row : VectorFile.rows("real-sample.tsv.gz")) {
      names.add(NameSlice.of(row[0]));
    }
    long sum = 0;
    for (int i = 0; i < WARM_UP; i++) {
      sum += query(names);
    }
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    long nothing = threads.getThreadAllocatedBytes(thread) - before;
    before = threads.getThreadAllocatedBytes(thread);
    sum += query(names);
    long allocated = threads.getThreadAllocatedBytes(thread) - before - nothing;
    assertThat(sum).isNotZero();
    assertThat(allocated).isZero();
  }

  private long query(List<NameSlice> names) {
    long sum = 0;
    for (int i = 0; i < names.size(); i++) {
      if (reader.read(names.get(i))) {
        sum += reader.genericId() + reader.enclosingId() + reader.moduleId() + reader.hash();
        sum += reader.definingCrate().id() + reader.responsibleCrate().start();
        sum += reader.instantiatingCrate().disambiguator() + reader.shimStart();
        sum += reader.isClosure() ? 1 : 0;
        sum += reader.isGenericInstance() ? 1 : 0;
      }
    }
    return sum;
  }

  @Test
  void printsWithoutObjects() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<NameSlice> names = new ArrayList<>();
    for (String[] row : VectorFile.rows("real-sample.tsv.gz")) {
      names.add(NameSlice.of(row[0]));
    }
    RustDemangler demangler = new RustDemangler();
    TextBuffer out = new TextBuffer();
    for (int i = 0; i < WARM_UP; i++) {
      print(demangler, names, out);
    }
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    long nothing = threads.getThreadAllocatedBytes(thread) - before;
    before = threads.getThreadAllocatedBytes(thread);
    print(demangler, names, out);
    assertThat(threads.getThreadAllocatedBytes(thread) - before - nothing).isZero();
  }

  private static void print(RustDemangler demangler, List<NameSlice> names, TextBuffer out) {
    for (int i = 0; i < names.size(); i++) {
      out.clear();
      demangler.append(names.get(i), HashVisibility.SHOWN, out);
    }
  }
}
