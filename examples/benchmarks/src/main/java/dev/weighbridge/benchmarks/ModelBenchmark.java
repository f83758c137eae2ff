package dev.weighbridge.benchmarks;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimensions;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds for the questions that a program asks, of the sample or of a file of any format:
 *
 * <pre>{@code
 * java -jar benchmarks.jar Model -p file=module.wasm,library.so
 * }</pre>
 *
 * <p>What a model works out once it keeps, so each question is put to a model just opened, whose
 * opening is not counted, except where the name says otherwise.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ModelBenchmark {
  /** A model opened anew for each question. */
  // JMH fills its fields.
  @SuppressWarnings("NullAway.Init")
  @State(Scope.Thread)
  public static class Fresh {
    private BinaryModel model;

    /** Opens it. */
    @Setup(Level.Invocation)
    public void open(InputFile input) throws IOException {
      model = input.open();
    }
  }

  /** Two models of one file that stay, as of two builds with nothing changed between them. */
  // JMH fills its fields.
  @SuppressWarnings("NullAway.Init")
  @State(Scope.Thread)
  public static class Kept {
    private BinaryModel before;
    private BinaryModel after;

    /** Opens both. */
    @Setup
    public void open(InputFile input) throws IOException {
      before = input.open();
      after = input.open();
    }
  }

  /** Opens a file and weighs its symbols. */
  @Benchmark
  public int openAndBySymbol(InputFile input) throws IOException {
    return input.open().bySymbol().rows().size();
  }

  /** Opens a file and weighs its sections. */
  @Benchmark
  public int openAndBySection(InputFile input) throws IOException {
    return input.open().bySection().rows().size();
  }

  /** Weighs the symbols of a model just opened. */
  @Benchmark
  public int bySymbol(Fresh fresh) {
    return fresh.model.bySymbol().rows().size();
  }

  /** Weighs the symbols of a model that has done so before. */
  @Benchmark
  public int bySymbolAgain(Kept kept) {
    return kept.after.bySymbol().rows().size();
  }

  /** Finds crates and weighs them. */
  @Benchmark
  public int byCrate(Fresh fresh) {
    return fresh.model.byCrate().rows().size();
  }

  /** Finds generic items, compares their copies and sums up what could be saved. */
  @Benchmark
  public int generics(Fresh fresh) {
    return fresh.model.generics().count();
  }

  /** Compares two models by crate and symbol. */
  @Benchmark
  public int diff(Kept kept) {
    return kept.after.since(kept.before, Dimensions.CRATE, Dimensions.SYMBOL).rows().size();
  }
}
