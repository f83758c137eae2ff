package dev.weighbridge.formats.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.problems.Diagnostics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

/** Sound tables have one or two common records; a hostile one has one for each function. */
class ManyCiesTest {
  private static final int PCREL_SDATA4 = 0x1B;
  private static final int COUNT = 38_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Four times as many take four times as long; sixteen times, if each looked at all others. */
  @Test
  void timeFollowsTheirNumber() {
    UnwindSection quarter = section(COUNT / 4);
    UnwindSection whole = section(COUNT);
    long shortest = best(quarter);
    assertThat(best(whole)).isLessThan(9 * shortest);
  }

  @Test
  void eachFunctionHasItsOwn() {
    EhFrame frames = EhFrame.read(section(COUNT), new Diagnostics());
    assertThat(frames.count()).isEqualTo(2 * COUNT);
    assertThat(frames.cie(2 * COUNT - 1)).isEqualTo(COUNT - 1);
  }

  private static UnwindSection section(int count) {
    FrameWriter out = new FrameWriter();
    for (int i = 0; i < count; i++) {
      int cie = out.position();
      out.cie("zR", PCREL_SDATA4);
      out.fde(cie, 0x50_0000 + i - out.address(8), 1, 4);
    }
    return out.section();
  }

  /** The shortest of several times is the one that nothing else was in the way of. */
  private static long best(UnwindSection section) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 15; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      EhFrame frames = EhFrame.read(section, new Diagnostics());
      long sum = 0;
      for (int row = 0; row < frames.count(); row++) {
        sum += frames.cie(row);
      }
      assertThat(sum).isNotZero();
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
