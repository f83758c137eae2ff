package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Names made to cost much. The expected texts are those of rustc-demangle 0.1.27. */
class LimitsTest {
  private static final String LIMIT = "{size limit reached}";
  private static final Duration SHORT = Duration.ofSeconds(2);

  @Test
  void stopsAtAMillionBytes() {
    String text = RustDemangler.demangle(doubling(18, "p"));
    // The piece ", " would be the one that crosses the limit.
    assertThat(text).startsWith("<((((((((((((((((((_, _)").hasSize(999_999 + LIMIT.length());
    assertThat(text).endsWith(LIMIT);
  }

  @Test
  void keepsTheSuffixBehindTheLimit() {
    assertThat(RustDemangler.demangle(doubling(18, "p") + ".cold")).endsWith(LIMIT + ".cold");
  }

  @Test
  void refusesAMalformedNameEvenIfTheOutputWasFullBefore() {
    assertThat(RustDemangler.tryDemangle(doubling(18, "p") + "-")).isEmpty();
    assertThat(RustDemangler.tryDemangle(doubling(18, "p") + "Nv")).isEmpty();
  }

  @Test
  void dropsThePieceThatCrossesTheLimit() {
    String word = "a".repeat(400_000);
    String name = "_RINvC3foo3barTNtC3foo400000_" + word + "Bc_Bc_EE";
    assertThat(RustDemangler.demangle(name)).doesNotEndWith("a" + LIMIT);
    assertThat(RustDemangler.demangle(name)).endsWith(LIMIT);
    String legacy = "_ZN600008$LT$" + "a".repeat(600_000) + "$GT$500000" + "b".repeat(500_000);
    assertThat(RustDemangler.demangle(legacy + "17h05af221e174051e9E.cold"))
        .isEqualTo("<" + "a".repeat(600_000) + ">::" + LIMIT + ".cold");
  }

  @Test
  void countsLifetimesOfAnAstronomicBinder() {
    assertThat(RustDemangler.demangle("_RMC0FGZZZZZZZZ_Eu"))
        .startsWith("<for<'a, 'b, 'c, ")
        .endsWith(LIMIT);
  }

  @Test
  void boundsTheWorkOfBackReferencesThatPrintNothing() {
    // Each of the 60 levels doubles, and each leaf is a chain of 400 paths without a name.
    String silent = "Nv".repeat(400) + "C0" + "0".repeat(400);
    assertThat(SHORT).isGreaterThan(timeOf(() -> RustDemangler.demangle(doubling(60, silent))));
  }

  @Test
  void boundsTheWorkOfRepeatedPunycodeAndDigits() {
    String punycode = "NvC1au130_" + "a".repeat(126) + "_0aa";
    assertThat(SHORT).isGreaterThan(timeOf(() -> RustDemangler.demangle(doubling(60, punycode))));
    String digits = "Ahj" + "0".repeat(100_000) + "1_";
    assertThat(SHORT).isGreaterThan(timeOf(() -> RustDemangler.demangle(doubling(60, digits))));
  }

  @Test
  void boundsTheWorkOfStructure() {
    RustNameReader reader = new RustNameReader();
    NameSlice name = NameSlice.of("_RIC3foo" + doubling(60, "p").substring(5) + "E");
    assertThat(SHORT).isGreaterThan(timeOf(() -> reader.read(name)));
    assertThat(SHORT).isGreaterThan(timeOf(() -> RustDemangler.read(name)));
  }

  @Test
  void staysInATinyStack() throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable task =
        () -> {
          for (String unit : new String[] {"T", "R", "Y", "S", "D", "F", "Nv", "I", "M", "XC1ah"}) {
            RustDemangler.demangle("_RMC0" + unit.repeat(100_000));
            RustDemangler.read("_RMC0" + unit.repeat(100_000));
          }
          RustDemangler.demangle("_RMC0" + "T".repeat(499) + "E".repeat(499));
          RustDemangler.read("_RMC0" + "T".repeat(499) + "E".repeat(499));
          RustDemangler.demangle("_R" + "Nv".repeat(499) + "C1a" + "1b".repeat(499));
          RustDemangler.read("_R" + "Nv".repeat(499) + "C1a" + "1b".repeat(499));
        };
    Thread thread = new Thread(null, task, "tiny", 256 * 1024);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  /** Time of the processor, so that a busy machine does not count. */
  private static Duration timeOf(Runnable task) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    task.run();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
  }

  /** A type of nested pairs, each of which holds its first member again: 2^depth leaves. */
  private static String doubling(int depth, String leaf) {
    StringBuilder name = new StringBuilder("_RMC0").append("T".repeat(depth)).append(leaf);
    for (int level = depth; level > 0; level--) {
      name.append('B').append(base62(3 + level)).append('E');
    }
    return name.toString();
  }

  private static String base62(int value) {
    String digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    String text = "_";
    for (int rest = value - 1; ; rest /= 62) {
      text = digits.charAt(rest % 62) + text;
      if (rest < 62) {
        return text;
      }
    }
  }
}
