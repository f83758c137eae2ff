package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.wasm.internal.WasmFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who needs whom, as facts; and what a damaged body costs. */
class WasmReferencesTest {
  /** What was told of an image, in the words of its functions. */
  private static final class Told implements ReferenceSink {
    private final BinaryImage image;
    private final List<String> calls = new ArrayList<>();
    private final List<String> roots = new ArrayList<>();
    private final List<Diagnostic> defects = new ArrayList<>();

    Told(WasmWriter module) {
      image = new WasmFormat().read("test", module.bytes()).images().get(0);
      image.references(this);
    }

    @Override
    public void root(RootReason reason, long start, long end) {
      roots.add(reason + " " + function(start));
    }

    @Override
    public void reference(long from, long to) {
      if (!function(to).isEmpty()) {
        calls.add(function(from) + " " + function(to));
      }
    }

    @Override
    public void unread(Diagnostic defect) {
      defects.add(defect);
    }

    /** The function whose body has a byte of the file, or nothing. */
    private String function(long offset) {
      for (int row = 0; row < image.functions().count(); row++) {
        long end = image.functions().fileStart(row) + image.functions().memorySize(row);
        if (offset >= image.functions().fileStart(row) && offset < end) {
          return image.symbols().row(row).name();
        }
      }
      return "";
    }
  }

  /** Four functions: 0 calls 1, the body of 1 is as given, 2 calls 3; 0 is exported. */
  private static WasmWriter calling(String damaged) {
    return WasmWriter.module()
        .items(1, "60 00 00")
        .items(3, "00", "00", "00", "00")
        .items(7, "01 61 00 00")
        .items(10, "04 00 10 01 0b", damaged, "04 00 10 03 0b", "02 00 0b");
  }

  @Test
  void aSoundBodyTellsItsCalls() {
    Told told = new Told(calling("04 00 10 02 0b"));
    assertThat(told.roots).containsExactly("EXPORT a");
    assertThat(told.calls).containsExactly("a func[1]", "func[1] func[2]", "func[2] func[3]");
    assertThat(told.defects).isEmpty();
  }

  @Test
  void aBodyWithoutSoundLocalsTellsNothingAndLeavesTheOthers() {
    // 71 groups of locals in a body of three bytes.
    Told told = new Told(calling("03 47 00 0b"));
    assertThat(told.calls).containsExactly("a func[1]", "func[2] func[3]");
    assertThat(told.defects)
        .extracting(Diagnostic::sentence)
        .containsExactly(
            "wasm.code.body at 0x26: expected at most 1 items in the bytes left, found 71");
  }

  @Test
  void aBodyThatBreaksOffTellsWhatCameBefore() {
    Told told = new Told(calling("05 00 10 02 ff 0b"));
    assertThat(told.calls).containsExactly("a func[1]", "func[1] func[2]", "func[2] func[3]");
    assertThat(told.defects).extracting(Diagnostic::found).containsExactly("opcode 0xff");
  }

  @Test
  void aBodyWithoutAnEndIsADefectToo() {
    Told told = new Told(calling("03 00 10 02"));
    assertThat(told.calls).containsExactly("a func[1]", "func[1] func[2]", "func[2] func[3]");
    assertThat(told.defects).hasSize(1);
  }

  @Test
  void placesCountFromTheStartOfTheFile() {
    byte[] module = calling("05 00 10 02 ff 0b").array();
    WasmWriter component = WasmWriter.component().section(1, module);
    Told alone = new Told(calling("05 00 10 02 ff 0b"));
    Told nested = new Told(component);
    assertThat(nested.calls).isEqualTo(alone.calls);
    assertThat(nested.defects.get(0).fileOffset())
        .isEqualTo(alone.defects.get(0).fileOffset() + component.size() - module.length);
  }
}
