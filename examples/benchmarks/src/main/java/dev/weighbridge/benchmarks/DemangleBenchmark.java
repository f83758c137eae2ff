package dev.weighbridge.benchmarks;

import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.demangle.TextBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds per Rust name, for text and for structure.
 *
 * <p>The names are a bundled sample of 4,000 of real binaries, or those of a file, one a line:
 *
 * <pre>{@code
 * nm -j librustc_driver.so > names.txt
 * java -jar benchmarks.jar Demangle -jvmArgs -Dweighbridge.names=names.txt
 * }</pre>
 */
// JMH fills its fields.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DemangleBenchmark {
  /** The mangling whose names are read. */
  @Param({"v0", "legacy"})
  public String scheme;

  private final RustDemangler demangler = new RustDemangler();
  private final RustNameReader reader = new RustNameReader();
  private final TextBuffer out = new TextBuffer();
  private final NameSlice slice = new NameSlice();
  private NameTable names;
  private int next;

  /** Loads the names of the scheme. */
  @Setup
  public void load() {
    names = NameTable.load(scheme.equals("v0") ? "_R" : "_ZN");
  }

  private NameSlice nextName() {
    next = next + 1 < names.size() ? next + 1 : 0;
    return names.point(slice, next);
  }

  /** Text without hashes, into a buffer that is used again. */
  @Benchmark
  public int textWithoutHashes() {
    out.clear();
    demangler.append(nextName(), HashVisibility.HIDDEN, out);
    return out.length();
  }

  /** Text with hashes, into a buffer that is used again. */
  @Benchmark
  public int textWithHashes() {
    out.clear();
    demangler.append(nextName(), HashVisibility.SHOWN, out);
    return out.length();
  }

  /** Text from a string to a string. */
  @Benchmark
  public String textOfStrings() {
    next = next + 1 < names.size() ? next + 1 : 0;
    return RustDemangler.demangle(names.string(next));
  }

  /** Defining and responsible crate and the identity of the generic item. */
  @Benchmark
  public long structure() {
    reader.read(nextName());
    return reader.genericId()
        + reader.definingCrate().disambiguator()
        + reader.responsibleCrate().start();
  }
}
