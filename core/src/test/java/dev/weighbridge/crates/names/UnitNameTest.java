package dev.weighbridge.crates.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.demangle.CrateName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {
  @ParameterizedTest
  @CsvSource({
    "core.c0386ddbfadcbbc1-cgu.0,core,c0386ddbfadcbbc1",
    "j2c-a0ef78a4831dd876.j2c.e341a70505b86d22-cgu.0.rcgu.o,j2c,e341a70505b86d22",
    "/t/libstd-52fd7467f66eb59f.rlib(std-52fd7467f66eb59f.std.fbd8b917dfdbd5be-cgu.01.rcgu.o),std,"
        + "fbd8b917dfdbd5be",
    "C:\\t\\deps\\my_app.my_app.1-cgu.12.rcgu.o,my_app,1"
  })
  void readsTheCrateOfAUnit(String name, String crate, String number) {
    UnitName unit = UnitName.of(name, "");
    assertThat(unit.isRust()).isTrue();
    assertThat(unit.crate()).contains(new CrateName(crate, Long.parseUnsignedLong(number, 16)));
  }

  @Test
  void aNumberAloneIsRustOfSomebody() {
    UnitName shim = UnitName.of("0liu6njop7d2z0ckwcszbhlm8", "");
    assertThat(shim.isRust()).isTrue();
    assertThat(shim.crate()).isEmpty();
    assertThat(UnitName.of("j2c-a0ef78a4831dd876.635ch4q2guistnpksqa0703z2.rcgu.o", "").crate())
        .contains(new CrateName("j2c", 0));
  }

  /** GNU ld keeps 14 characters of 18 in each record of a COFF file symbol. */
  @ParameterizedTest
  @CsvSource({
    "j2c.b2269338da?0-cgu.0,j2c,''",
    "std.e088b1b0-c?,std,''",
    "std.e088b1b0-c?5,std,''",
    "core.1419bc5f-?8,core,''",
    "gimli.21ff980a?.2,gimli,''",
    "tables.211e366?u.6,tables,''",
    "panic_unwind.f?380-cgu.1,panic_unwind,''",
    "kilogramme.894?b228cffc-cgu.0?,kilogramme,''",
    "rustc_demangle?06201-cgu.1,'',rustc_demangle",
    "compiler_built?9dc077e35b8809?gu.0,'',compiler_built",
    "a?u.12,'',a"
  })
  void aCutNameIsStillRust(String name, String crate, String start) {
    UnitName unit = UnitName.of(name, "");
    assertThat(unit.isRust()).isTrue();
    assertThat(unit.crate().map(CrateName::name).orElse("")).isEqualTo(crate);
    assertThat(unit.start()).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"acrt_iob_func.?", "cygming-crtbeg?", "some_source.c?", "a_long_name_of?"})
  void aCutNameOfCIsNotRust(String name) {
    assertThat(UnitName.of(name, "").isRust()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite3.c,'',sqlite3.c",
    "crtstuff.c,'',[C runtime]",
    "/usr/lib/gcc/x86_64-linux-gnu/12/crtbeginS.o,'',[C runtime]",
    "memcpy.o,/usr/lib/libc.a,libc.a(memcpy.o)",
    "/t/libring-5f0d.rlib(curve25519.o),'',ring",
    "/home/a/.cargo/registry/src/index.crates.io-6f17d22bba15001f/ring-0.17.8/crypto/curve25519.c,'',"
        + "ring",
    "/x/registry/src/i/zstd-sys-2.0.9+zstd.1.5.5/zstd/lib/common/xxhash.c,'',zstd-sys",
    "no-cgu.,'',no-cgu.",
    "a.xyz-cgu.0,'',a.xyz-cgu.0"
  })
  void namesTheLibraryOfWhatIsNotRust(String name, String archive, String library) {
    UnitName unit = UnitName.of(name, archive);
    assertThat(unit.isRust()).isFalse();
    assertThat(unit.library()).isEqualTo(library);
  }
}
