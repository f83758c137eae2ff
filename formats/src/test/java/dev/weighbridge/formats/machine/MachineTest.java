package dev.weighbridge.formats.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MachineTest {
  private static Machine machine(String fixture) throws IOException {
    return FormatRegistry.installed()
        .read(fixture, Fixtures.bytes(fixture))
        .images()
        .get(0)
        .machine();
  }

  @Test
  void formatsCallOneMachineTheSame() throws IOException {
    Machine machine = Machine.of(Architecture.AARCH64, 64, true);
    assertThat(machine("elf/c-aarch64")).isEqualTo(machine);
    assertThat(machine("macho/j2c-arm64-chained")).isEqualTo(machine);
    assertThat(machine("pe/c-msvc-arm64.exe")).isEqualTo(machine);
  }

  @Test
  void oneThatNobodyKnowsKeepsItsName() {
    Machine machine = Machine.of(new Architecture("EM_77"), 32, false);
    assertThat(machine.name()).isEqualTo("EM_77");
    assertThat(machine).isEqualTo(Machine.of(new Architecture("EM_77"), 32, false));
    assertThat(machine.withVariant("v2")).hasToString("EM_77 (v2)").isNotEqualTo(machine);
    assertThatIllegalArgumentException().isThrownBy(() -> new Architecture(""));
  }

  @Test
  void pointersMayBeNarrowerThanAddresses() {
    assertThat(Machine.of(Architecture.AVR, 32, true).pointerBits()).isEqualTo(16);
    assertThat(Machine.of(Architecture.ARM, 32, true).pointerBits()).isEqualTo(32);
  }
}
