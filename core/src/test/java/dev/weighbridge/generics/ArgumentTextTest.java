package dev.weighbridge.generics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a::f                                  | a::f                     | ''",
        "a::f::<u8>                            | a::f::<_>                | u8",
        "<a::Vec<u8, G>>::push                 | <a::Vec<_>>::push        | u8, G",
        "<a::Vec<u8> as b::T<&str>>::f::<X<Y>> | <a::Vec<_> as b::T<_>>::f::<_> | u8, &str, X<Y>",
        "<&str as a::T>::f                     | <&str as a::T>::f        | ''",
        "a::f::<fn(u8) -> u16, u32>::g         | a::f::<_>::g             | fn(u8) -> u16, u32",
        "<dyn for<'a> F<&'a u8> as T>::f       | <dyn for<'a> F<_> as T>::f | &'a u8",
        "core::ptr::drop_in_place<[a::B; 2]>   | core::ptr::drop_in_place<_> | [a::B; 2]",
        "a::f::<>                              | a::f::<>                 | ''",
        "a::f::<u8                             | a::f::<_8                | u",
      })
  void argumentsAreLeftOut(String name, String bare, String arguments) {
    ArgumentText text = new ArgumentText(name);
    assertThat(text.bare()).isEqualTo(bare);
    assertThat(text.arguments()).isEqualTo(arguments);
  }
}
