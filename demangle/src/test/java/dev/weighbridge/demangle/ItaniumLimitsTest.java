package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names made to cost much: they are refused or read, within a second and a small stack. */
class ItaniumLimitsTest {
  private static final long LONGEST_NANOS = 2_000_000_000L;
  private static final long STACK_BYTES = 512 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"P", "1AI", "Z", "N1aI", "M1A", "F", "DT", "U1a", "Dp", "A1_", "J"})
  void refusesDeepNestingOfTypes(String unit) throws InterruptedException {
    String name = "_Z1f" + unit.repeat(100_000) + "i";
    assertThat(demangleInSmallStack(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nt", "sr1AIX", "cl", "plLi1E", "quLi1E", "il", "tl1A", "cvi", "fl"})
  void refusesDeepNestingOfExpressions(String unit) throws InterruptedException {
    String name = "_Z1fIX" + unit.repeat(100_000) + "Li1EEEvv";
    assertThat(demangleInSmallStack(name)).isEqualTo(name);
  }

  @Test
  void readsWhatIsJustDeepEnough() throws InterruptedException {
    assertThat(demangleInSmallStack("_Z1f" + "P".repeat(250) + "i")).hasSize(3 + 3 + 250);
    assertThat(demangleInSmallStack("_Z1f" + "1AI".repeat(80) + "i" + "E".repeat(80)))
        .startsWith("f(A<A<A<");
    assertThat(demangleInSmallStack("_Z1fIX" + "nt".repeat(120) + "Li1EEEvv"))
        .startsWith("void f<!(!(!(");
  }

  @Test
  void refusesNamesOfTooManyParts() throws InterruptedException {
    String nested = "_ZN" + "1a".repeat(100_000) + "Ev";
    assertThat(demangleInSmallStack(nested)).isEqualTo(nested);
    String tags = "_Z1f" + "B1a".repeat(50_000) + "v";
    assertThat(demangleInSmallStack(tags)).isEqualTo(tags);
    String longName = "_Z600000" + "a".repeat(600_000) + "v";
    assertThat(demangleInSmallStack(longName)).isEqualTo(longName);
  }

  @Test
  void refusesTextOfMoreThanAMillionBytes() throws InterruptedException {
    StringBuilder name = new StringBuilder("_Z1f1AIiiE");
    for (int i = 1; i <= 60; i++) {
      name.append("S_I").append(substitution(i)).append(substitution(i)).append('E');
    }
    assertThat(demangleInSmallStack(name.toString())).isEqualTo(name.toString());
  }

  @Test
  void boundsTheWorkOfPacksInPacks() throws InterruptedException {
    String arguments = "i".repeat(1_000);
    demangleInSmallStack("_Z1fIJ" + arguments + "EEv" + "Dp".repeat(100) + "T_");
    demangleInSmallStack("_Z1fIJ" + arguments + "EEv1AIDpT_E" + "DpS1_E".repeat(2));
    demangleInSmallStack("_Z1fIJ" + arguments + "EEv" + "DTsZT_E".repeat(1_000));
  }

  @Test
  void boundsTheWorkOfLookingAhead() throws InterruptedException {
    demangleInSmallStack("_ZN1Acv" + "T_I".repeat(200));
    demangleInSmallStack("_ZN1Acv" + "T_IiE".repeat(20_000));
    demangleInSmallStack("_Z1fIX" + "sr1AIX".repeat(60) + "Li1E" + "EE1b".repeat(60) + "EEvv");
    demangleInSmallStack("_Z1fIXsr" + "1A".repeat(20_000) + "EEvv");
  }

  @Test
  void refusesArgumentsThatStandForThemselves() throws InterruptedException {
    demangleInSmallStack("_ZN1AcvPT_IS0_EEv");
    demangleInSmallStack("_ZN1AcvF1BIT_T_ET_EIS1_EEv");
    String name = "_ZN1AcvT_IS0_EEv";
    assertThat(demangleInSmallStack(name)).isEqualTo(name);
  }

  private static String substitution(int index) {
    return "S" + Integer.toString(index - 1, 36).toUpperCase(Locale.ROOT) + "_";
  }

  private static String demangleInSmallStack(String name) throws InterruptedException {
    AtomicReference<String> text = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    long[] nanos = new long[1];
    Runnable task =
        () -> {
          ThreadMXBean threads = ManagementFactory.getThreadMXBean();
          text.set(ItaniumDemangler.demangle(name));
          ItaniumNameReader reader = new ItaniumNameReader();
          if (reader.read(NameSlice.of(name))) {
            reader.genericId();
            reader.argumentsId();
          }
          nanos[0] = threads.getCurrentThreadCpuTime();
        };
    Thread thread = new Thread(null, task, "small", STACK_BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
    assertThat(nanos[0]).isLessThan(LONGEST_NANOS);
    return text.get();
  }
}
