package dev.weighbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files turn out to be, from their paths and from their bytes. */
class FileModelTest {
  @TempDir Path folder;

  private FileModel open(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    FileModel opened = FileModel.open(file, OpenOptions.DEFAULT);
    FileModel reached = FileModel.of("file", Bytes.of(bytes), OpenOptions.DEFAULT);
    assertThat(reached.binary().isPresent()).isEqualTo(opened.binary().isPresent());
    return reached;
  }

  @Test
  void isABinaryOrAPackage() throws IOException {
    assertThat(open(Fixtures.array("elf/c-x64")).binary().orElseThrow().file().format())
        .isEqualTo("ELF");
    assertThat(open(Fixtures.array("packages/app-xz.deb")).packed().orElseThrow().format())
        .startsWith("deb");
  }

  @Test
  void ofBrotliOnlyTheNameTells() throws IOException {
    Bytes bytes = Bytes.of(new byte[] {0x0b, 0x00, (byte) 0x80, 0x61, 0x03});
    assertThat(FileModel.of("a.br", bytes, OpenOptions.DEFAULT).packed()).isPresent();
    assertThatThrownBy(() -> FileModel.of("a", bytes, OpenOptions.DEFAULT))
        .isInstanceOf(UnsupportedBinaryException.class);
  }

  @Test
  void saysWhatIsWrongWithItAsABinary() {
    assertThatThrownBy(() -> open("no program".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("file at 0x0");
    assertThatThrownBy(() -> open(Arrays.copyOf(Fixtures.array("elf/c-x64"), 40)))
        .isInstanceOf(MalformedBinaryException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileModel(Optional.empty(), Optional.empty()));
  }
}
