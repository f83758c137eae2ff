package dev.weighbridge.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as Go's linker writes them; cmd/internal/objabi and cmd/compile say how. */
class GoNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.main | main",
        "net/http.(*conn).serve.func1 | net/http",
        "runtime.init.0 | runtime",
        "example.org/fix.app/last%2edot.Bump | example.org/fix.app/last.dot",
        "example.org/dep%2ev2.Hash | example.org/dep.v2",
        "vendor/golang.org/x/net/idna.New | vendor/golang.org/x/net/idna",
        "slices.SortFunc[go.shape.[]github.com/a/b.T,go.shape.int] | slices",
        "pkg..dict.F[int] | pkg",
        "go.uber.org/zap.New | go.uber.org/zap",
        "type:.eq.github.com/a/b.T | [type algorithms]",
        "type..hash.[3]string | [type algorithms]",
        "go:itab.*os.File,io.Reader | ''",
        "go.itab.*github.com/a/b.T,io.Reader | ''",
        "go.buildid | ''",
        "go:string.* | ''",
        "_rt0_amd64_linux | ''",
        "frame_dummy_init_array_entry.0 | ''",
        "main.cold | ''",
        "helper.constprop.0 | ''",
        "_ZN3foo3barEv.cold | ''",
        "% | ''",
        "'' | ''"
      })
  void packagesStandBeforeTheFirstDotBehindTheLastSlash(String name, String path) {
    assertThat(GoName.packageOf(name)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "net/http, std",
    "vendor/golang.org/x/net/idna, vendor/golang.org/x/net",
    "github.com/spf13/cobra/doc, github.com/spf13/cobra",
    "k8s.io/api/core/v1, k8s.io/api",
    "example.org/tool/internal/x, example.org/tool",
    "a/vendor/github.com/b/c/d, github.com/b/c",
    "myapp/internal/x, myapp",
    "main, main"
  })
  void modulesFollowFromPathsWhereTheBuildDoesNotTell(String path, String module) {
    GoModules modules =
        new GoModules(GoBuildInformation.of(GoPrograms.open(GoPrograms.OTHER).attribution()));
    assertThat(modules.moduleOf(path)).isEqualTo(module);
  }
}
