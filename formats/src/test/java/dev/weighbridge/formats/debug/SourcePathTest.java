package dev.weighbridge.formats.debug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/home/dev/art|''|paint.cpp|/home/dev/art/paint.cpp",
        "/home/dev/art|include|shapes.h|/home/dev/art/include/shapes.h",
        "/home/dev/art|/usr/include|stdio.h|/usr/include/stdio.h",
        "/home/dev/art|/usr/include|/abs/x.h|/abs/x.h",
        "/home/dev/art|.|./shapes.h|/home/dev/art/shapes.h",
        "./nptl|../sysdeps|a.c|sysdeps/a.c",
        "''|..|a.c|../a.c",
        "''|../..|../a.c|../../../a.c",
        "''|''|a.c|a.c",
        "''|''|''|''",
        "C:\\src\\app|inc|x.h|C:/src/app/inc/x.h",
        "C:\\src\\app|D:/inc|x.h|D:/inc/x.h",
        "/a|b|C:\\x.h|C:/x.h",
        "/a//b|c//|d.c|/a/b/c/d.c",
        "/a|b|file:///home/dev/./x.ts|/home/dev/x.ts",
        "''|''|file:///C:/proj/x.ts|C:/proj/x.ts",
        "''|''|webpack:///./src/../lib/x.ts|webpack:///lib/x.ts",
        "/a|b|webpack://app/./x.ts|webpack://app/x.ts",
        "org-dartlang-sdk:///lib|core|int.dart|org-dartlang-sdk:///lib/core/int.dart",
        "/a|b|C://x.h|C:/x.h",
        "/a|b|c/d://x.h|/a/b/c/d:/x.h"
      })
  void putsPathsTogether(String base, String directory, String name, String path) {
    assertThat(SourcePath.of(base, directory, name)).isEqualTo(path);
  }
}
