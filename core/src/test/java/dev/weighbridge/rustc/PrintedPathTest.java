package dev.weighbridge.rustc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedPathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          main | main
          cart::show::<cart::Line<&str>> | cart::show::<_>
          std::vec::Vec::<u8>::extend::<std::env::Args> | std::vec::Vec::<_>::extend::<_>
          core::fmt::rt::Argument::<'_>::new::<u8> | core::fmt::rt::Argument::new::<_>
          <&'a cart::Line<&str> as std::fmt::Debug>::fmt | <&_ as std::fmt::Debug>::fmt
          <&mut u8 as A>::b | <&mut _ as A>::b
          <*const u8 as A>::b | <*const _ as A>::b
          <[u16; 3] as A<u8>>::b | <[_; _] as A<_>>::b
          core::slice::<impl [u16]>::reverse | core::slice::<impl [_]>::reverse
          a::<impl B<u8> for &[C]>::d::<E>::{closure#0} | a::<impl B<_> for &_>::d::<_>::{closure#0}
          <(u8, Vec<(u16, u16)>, fn() -> u8) as A>::b | <(_, _, _) as A>::b
          <() as A>::b | <() as A>::b
          <fn(u8) -> u8 as F<(u8,)>>::call - shim(fn(u8) -> u8) | <fn(_) as F<_>>::call - shim
          p::drop::<A<u8>> - shim(Some(A<u8>)) | p::drop::<_>
          p::drop::<A> - shim(None) | p::drop::<_> - shim
          <{closure@a<u8>::{closure#0}} as F>::call - shim(vtable) | <{closure@a<_>::{closure#0}} as F>::call - shim(vtable)
          <Row<3, true, '>'> as Size>::size | <Row<_> as Size>::size
          <<T as U>::v::Guard<'_, u8> as Drop>::drop | <<T as U>::v::Guard<_> as Drop>::drop
          a::b<c | a::b<c
          """)
  void anItemIsItsNameWithoutTypeArguments(String name, String generic) {
    assertThat(PrintedPath.generic(name)).isEqualTo(generic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alloc::raw_vec::RawVec::<_>::grow | <alloc::raw_vec::RawVec<u8>>::grow
          core::slice::<impl [_]>::reverse | <[u16]>::reverse
          core::num::<impl usize>::add | <usize>::add
          a::<impl b::T for &_>::m | <&c::D as b::T>::m
          a::f::<_>::{closure#0} | a::f::<u8>::{closure#0}
          """)
  void aSymbolOfTheSamePathHasTheSameKey(String printed, String symbol) {
    assertThat(PrintedPath.key(printed)).isNotEmpty();
    assertThat(PrintedPath.key(printed)).isEqualTo(PrintedPath.key(PrintedPath.generic(symbol)));
  }

  @Test
  void whatOnlyTheCompilerNamesHasNoKey() {
    assertThat(PrintedPath.key("<F as G>::call - shim(vtable)")).isEmpty();
    assertThat(PrintedPath.key("<F as G>::call - shim")).isEmpty();
  }

  @Test
  void aSymbolReadsAsItIsPrintedInItsCrate() {
    assertThat(PrintedPath.inside("<shop::a::B as shop::C>::workshop::shop::d", "shop"))
        .isEqualTo("<a::B as C>::workshop::shop::d");
    assertThat(PrintedPath.printed("<a::B<a::C<u8>>>::d::<u8>"))
        .contains("a::B::<a::C<u8>>::d::<u8>");
    assertThat(PrintedPath.printed("<[u8]>::reverse")).isEmpty();
  }

  @Test
  void aNameAsDeepAsAFileLikesIsTakenAsItIs() {
    String deep = "<".repeat(200_000) + "a" + ">::b".repeat(200_000);
    assertThat(PrintedPath.generic(deep)).endsWith("::b");
    assertThat(PrintedPath.generic("<".repeat(200_000))).startsWith("<");
  }
}
