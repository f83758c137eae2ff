package dev.weighbridge.generics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyPatternTest {
  private static CopyPattern of(String first, String... others) {
    CopyPattern pattern = new CopyPattern(first);
    for (String other : others) {
      pattern.widen(other);
    }
    return pattern;
  }

  @Test
  void argumentsAreNotPartOfIt() {
    CopyPattern pattern = of("<a::Vec<u8>>::push", "<a::Vec<a::Box<u8>>>::push");
    assertThat(pattern.label()).isEqualTo("<a::Vec<_>>::push");
    assertThat(pattern.arguments("<a::Vec<a::Box<u8>>>::push")).isEqualTo("a::Box<u8>");
  }

  @Test
  void theTypeOfABlanketImplIsLeftOut() {
    CopyPattern pattern = of("<&str as f::Debug>::fmt", "<&a::Bar as f::Debug>::fmt");
    assertThat(pattern.label()).isEqualTo("<&_ as f::Debug>::fmt");
    pattern.widen("<&a::Vec<u8> as f::Debug>::fmt");
    assertThat(pattern.label()).isEqualTo("<&_ as f::Debug>::fmt");
    assertThat(pattern.arguments("<&a::Vec<u8> as f::Debug>::fmt")).isEqualTo("a::Vec<u8>");
    pattern.widen("<(u8, u16) as f::Debug>::fmt");
    assertThat(pattern.label()).isEqualTo("<_ as f::Debug>::fmt");
    assertThat(pattern.arguments("<&str as f::Debug>::fmt")).isEqualTo("&str");
  }

  @Test
  void namesAreNotCutInside() {
    assertThat(of("<a::Bar as T>::f", "<a::Baz as T>::f").label()).isEqualTo("<_ as T>::f");
    assertThat(of("<a::Vec<u8> as T<u8>>::f", "<a::Box<u8> as T<u8>>::f").label())
        .isEqualTo("<_ as T<_>>::f");
  }

  @Test
  void theOrderOfCopiesDoesNotMatter() {
    String[] names = {"<&str as T>::f", "<[u8] as T>::f", "<&a::B<u8> as T>::f", "<a::B as T>::f"};
    assertThat(of(names[0], names).label())
        .isEqualTo(of(names[3], names[2], names[1], names[0]).label());
  }

  @Test
  void argumentsAroundWhatIsLeftOutAreThere() {
    String name = "<a::Box<x::F> as f::Call<(u8,)>>::call::<T>";
    CopyPattern pattern = of(name, "<y::g as f::Call<()>>::call::<U>");
    assertThat(pattern.label()).isEqualTo("<_ as f::Call<_>>::call::<_>");
    assertThat(pattern.arguments(name)).isEqualTo("a::Box<x::F>, (u8,), T");
  }
}
