package dev.weighbridge.generics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of one item in names of Microsoft and of Go. */
class OtherNamesTest {
  @Test
  void copiesOfATemplateOfMicrosoftAreOneItem() {
    GenericNames names = new GenericNames();
    long ofInt = names.id("?get@?$Box@H@@QEBAHXZ");
    assertThat(names.isCopy()).isTrue();
    assertThat(names.id("?get@?$Box@N@@QEBANXZ")).isEqualTo(ofInt);
    assertThat(names.id("?put@?$Box@N@@QEBANXZ")).isNotEqualTo(ofInt);
    assertThat(names.id("?f@@YAXXZ")).isNotEqualTo(ofInt);
    assertThat(names.isCopy()).isFalse();
    List<String> copies = List.of("?get@?$Box@H@@QEBAHXZ", "?get@?$Box@N@@QEBANXZ");
    assertThat(GenericNames.label(copies)).isEqualTo("Box::get<_>");
    assertThat(new CopyNames(copies).arguments(copies.get(1))).isEqualTo("double");
    assertThat(GenericNames.readable("?f@@YAXXZ")).isEqualTo("f(void)");
  }

  /** Names as Go 1.18 to 1.26 write them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b.Map[go.shape.int,go.shape.string] | a/b.Map[_] | go.shape.int,go.shape.string",
        "slices.Sort[go.shape.[]int].func1 | slices.Sort[_].func1 | go.shape.[]int",
        "a.(*Stack[...]).Push | a.(*Stack[_]).Push | ..."
      })
  void copiesForShapesAreOneItem(String name, String bare, String arguments) {
    CopyNames copies = new CopyNames(List.of(name));
    assertThat(copies.label()).isEqualTo(bare);
    assertThat(copies.arguments(name)).isEqualTo(arguments);
  }

  @ParameterizedTest
  @CsvSource({"main.f", "type:.eq.[3]int", "type..eq.[...]a.T", "data[0]", "a.f[int", "[padding]"})
  void otherNamesAreOfNoShape(String name) {
    assertThat(GoInstance.of(name)).isEmpty();
  }
}
