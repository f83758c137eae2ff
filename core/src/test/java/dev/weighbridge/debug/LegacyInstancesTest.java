package dev.weighbridge.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.generics.Cause;
import dev.weighbridge.generics.Generics;
import dev.weighbridge.tree.SizeRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Legacy names of Rust tell as much as the newer ones, together with debug information. */
class LegacyInstancesTest {
  private static BinaryModel model(String name) {
    return BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT);
  }

  private static List<String> items(Generics generics) {
    return IntStream.range(0, generics.count()).mapToObj(generics::label).toList();
  }

  /** As {@code nm} and the names of {@code llvm-dwarfdump} tell it. */
  @Test
  void instancesAreRowsOfTheirOwn() {
    BinaryModel model = model("dwarf/app-full-v4-dwz-zlib");
    Map<String, Long> code =
        model.by(Dimensions.INSTANCE).rows().stream()
            .collect(Collectors.toMap(SizeRow::label, row -> row.fileSize(Kind.CODE)));
    assertThat(code)
        .containsEntry("alloc::str::join_generic_copy<str, u8, alloc::string::String>", 1141L)
        .containsEntry("<&T as core::fmt::Debug>::fmt<geometry::V2>", 99L)
        .containsEntry("<&T as core::fmt::Debug>::fmt<u32>", 38L)
        .containsEntry("app::main", 2899L)
        .containsKey("core::ptr::drop_in_place<geometry::shapes::Poly>");
  }

  /** The same program with names of the newer kind has these items, each with one copy. */
  @Test
  void itemsOfOneCopyAreGenericByDebugInformationOnly() {
    Generics newer = model("dwarf/app-full-v5-v0-zlib").generics();
    assertThat(items(newer)).contains("alloc::str::join_generic_copy::<_>");
    BinaryModel model = model("dwarf/app-full-v4-dwz-zlib");
    assertThat(items(model.generics())).noneMatch(item -> item.contains("join_generic_copy"));
    Generics generics = Generics.withDebugInformation(model.attribution());
    int item = items(generics).indexOf("alloc::str::join_generic_copy<_>");
    assertThat(item).isNotNegative();
    assertThat(generics.copyCount(item)).isEqualTo(1);
    assertThat(generics.typeArguments(item))
        .extracting(Cause::label)
        .containsExactly("str, u8, alloc::string::String");
    // The crate whose unit has the code: the newer name says the same.
    assertThat(generics.crates(item)).extracting(Cause::label).containsExactly("app");
    int same = items(newer).indexOf("alloc::str::join_generic_copy::<_>");
    assertThat(generics.crates(item)).isEqualTo(newer.crates(same));
  }

  @Test
  void withoutDebugInformationThereAreNone() {
    BinaryModel model = model("elf/c-nosections");
    assertThatThrownBy(() -> Generics.withDebugInformation(model.attribution()))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessage("file: expected debug information, found none");
    assertThat(LegacyInstances.NONE.arguments("_ZN3app4main17h6d86599cc54a246dE")).isEmpty();
    assertThat(LegacyInstances.arguments("_ZlsRSoRK3Box", "operator<<int>")).isEmpty();
    assertThat(LegacyInstances.arguments("_ZN3app4main17h6d86599cc54a246dE", "main<u8>"))
        .isEqualTo("<u8>");
    assertThat(LegacyInstances.arguments("_ZN3app4main17h6d86599cc54a246", "main<u8>")).isEmpty();
  }
}
