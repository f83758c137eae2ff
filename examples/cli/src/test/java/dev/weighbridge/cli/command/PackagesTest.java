package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.pages.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that take packages. */
class PackagesTest {
  private static final Path PACKAGES =
      Pages.ROOT.resolve("formats/src/test/resources/fixtures/packages").toAbsolutePath();

  @TempDir Path folder;

  private static String fixture(String name) {
    return PACKAGES.resolve(name).toString();
  }

  @Test
  void sizeTakesPackagesAndBinariesBesideEachOther() {
    Shell.Outcome one = Shell.run("size", fixture("lib.jar"), "-n", "2");
    assertThat(one.status()).isZero();
    assertThat(one.out())
        .startsWith("lib.jar: zip, 107,470 bytes shipped, 187,961 unpacked\n")
        .contains("native/linux-x86_64/libapp.so")
        .contains("total");
    Shell.Outcome both = Shell.run("size", fixture("lib.jar"), Shell.SAMPLE.toString(), "-n", "2");
    String sample = Shell.run("size", Shell.SAMPLE.toString(), "-n", "2").out();
    assertThat(both.out()).isEqualTo(one.out() + "\n" + sample);
  }

  @Test
  void jsonSaysFormatAndMachineOfEachBinary() {
    String json =
        Shell.run("size", fixture("app-docker.tar"), "--by", "layer,entry", "--format", "json")
            .out();
    assertThat(json)
        .startsWith(
            "{\"schema\":\"weighbridge/size/1\",\"file\":\"app-docker.tar\","
                + "\"format\":\"docker-archive\",\"shippedSize\":361984,")
        .contains("\"by\":[\"layer\",\"entry\"]")
        .contains("\"label\":\"srv/copy\",\"fileSize\":84296")
        .contains("\"measures\":{\"shipped\":84992}")
        .contains("\"format\":\"ELF\",\"machine\":\"x86_64\"");
  }

  @Test
  void otherCommandsTakePackages() {
    String image = fixture("app-docker.tar");
    assertThat(Shell.run("inspect", image).out())
        .contains("layer 3: step 3")
        .contains("opt/x/gone");
    assertThat(Shell.run("duplicates", image).out()).contains("layer 3: step 3!srv/copy");
    assertThat(Shell.run("diff", image, fixture("app-oci.tar")).out()).contains("-175,104");
    assertThat(Shell.run("lint", image).status()).isEqualTo(1);
    assertThat(Shell.run("lint", image, "--fail-on", "error").status()).isZero();
    assertThat(Shell.run("lint", fixture("app-xz.deb")).status()).isZero();
  }

  @Test
  void aDirectoryIsWeighedByItsFiles() throws IOException {
    Path app = Files.createDirectories(folder.resolve("app/bin"));
    Files.copy(Shell.SAMPLE, app.resolve("tally"));
    Files.writeString(app.resolveSibling("readme"), "a text");
    Shell.Outcome weighed = Shell.run("size", folder.resolve("app").toString());
    assertThat(weighed.err()).isEmpty();
    assertThat(weighed.out())
        .startsWith("app: directory, 563,542 bytes shipped, 563,542 unpacked\n")
        .contains("563,536        100.00    563,536  bin/tally\n", "  readme\n");
  }

  @Test
  void whatCannotBeUsedIsToldInOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(PACKAGES.resolve("app-docker.tar"));
    Path cut = folder.resolve("cut.tar");
    Files.write(cut, Arrays.copyOf(whole, 100_000));
    refuses("the end of the package", "size", cut.toString());
    refuses("a directory", "retained", folder.toString());
    refuses("--only", "size", fixture("lib.jar"), "--only", "code");
    String map = PACKAGES.resolveSibling("firmware/thumb2.map").toString();
    refuses("--map", "size", fixture("lib.jar"), "--map", map);
    refuses("expected a package", "size", Shell.SAMPLE.toString(), "--by", "entry");
    refuses("a tar file", "diff", fixture("app-docker.tar"), Shell.SAMPLE.toString());
    refuses("a zip file", "generics", fixture("lib.jar"));
    refuses("--filter", "diff", fixture("lib.jar"), fixture("lib.jar"), "--filter", "x");
    refuses("--threshold", "diff", fixture("lib.jar"), fixture("lib.jar"), "--threshold", "1,1%");
    refuses("--sort", "duplicates", fixture("lib.jar"), "--sort", "label");
    refuses("--debug-info", "inspect", fixture("lib.jar"), "--debug-info");
  }

  private static void refuses(String words, String... arguments) {
    Shell.Outcome outcome = Shell.run(arguments);
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains(words).doesNotContain("internal error");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aRegionThatNoBinaryHasIsRefusedAsOfABinary() {
    Shell.Outcome none =
        Shell.run("size", fixture("app-docker.tar"), "--measure", "shipped,region:ram");
    assertThat(none.status()).isNotZero();
    assertThat(none.err()).contains("region:ram").contains(" MEMORY, found 'ram'");
  }

  /** Who is asked to choose, and of what. */
  @Test
  void anImageIsChosenByItsName() {
    String image = fixture("app-docker.tar");
    String name = "docker.io/weigh/app:1";
    String plain = Shell.run("size", image, "-n", "2").out();
    assertThat(Shell.run("size", image, "-n", "2", "--image", name).out()).isEqualTo(plain);
    assertThat(Shell.run("lint", image, "--image", "linux/amd64").status()).isEqualTo(1);
    assertThat(Shell.run("diff", image, image, "--image", name, "--image", name).status()).isZero();
    Shell.Outcome other = Shell.run("inspect", image, "--image", "linux/arm64");
    assertThat(other.status()).isNotZero();
    assertThat(other.err())
        .contains("found 'linux/arm64', that of none of 1: " + name + " linux/amd64 sha256:");
    assertThat(Shell.run("size", image, "--image", name, "--image", name).err())
        .contains("--image: expected one, found 2");
    assertThat(Shell.run("size", Shell.SAMPLE.toString(), "--image", name).err())
        .contains("--image: expected none, as a binary has no use for it");
  }
}
