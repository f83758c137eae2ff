package dev.weighbridge.fleet;

import com.sun.management.OperatingSystemMXBean;
import dev.weighbridge.FileModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.Tables;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.duplicates.FileBodies;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.BinaryVisitor;
import dev.weighbridge.query.Query;
import dev.weighbridge.table.TableColumn;
import dev.weighbridge.table.TableRow;
import dev.weighbridge.table.TableShape;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What a store takes beside the weighing: the warm library and a new store in turn, over the same
 * files in the same virtual machine. Its arguments are a list of files, threads and pairs:
 *
 * <pre>
 * java -Xmx512m -XX:+UseParallelGC -cp "target/test-classes:target/classes:target/lib/*" dev.weighbridge.fleet.PairedRuns files.txt 2 3
 * </pre>
 *
 * <p>Pairs before those that count warm everything up: compiling goes on for some rounds.
 */
final class PairedRuns {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int WARMING = 8;

  private final List<Path> files;
  private final int threads;
  private final AtomicLong seen = new AtomicLong();

  private PairedRuns(List<Path> files, int threads) {
    this.files = files;
    this.threads = threads;
  }

  /** Seconds of processor time and by the clock. */
  private record Cost(double processor, double clock) {
    Cost by(Cost other) {
      return new Cost(processor / other.processor, clock / other.clock);
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    List<Path> files = Files.readAllLines(Path.of(args[0])).stream().map(Path::of).toList();
    PairedRuns runs = new PairedRuns(files, Integer.parseInt(args[1]));
    List<Cost> ratios = new ArrayList<>();
    for (int pair = 1 - WARMING; pair <= Integer.parseInt(args[2]); pair++) {
      Cost library = cost(runs::library);
      Path store = Files.createTempDirectory("store");
      Cost fleet = cost(() -> runs.fleet(store));
      delete(store);
      System.out.printf("%d: library %s, fleet %s, %s%n", pair, library, fleet, fleet.by(library));
      if (pair > 0) {
        ratios.add(fleet.by(library));
      }
    }
    System.out.printf(
        "medians of %d: processor %.3f, clock %.3f%n",
        ratios.size(),
        median(ratios.stream().map(Cost::processor).toList()),
        median(ratios.stream().map(Cost::clock).toList()));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static Cost cost(Work work) throws Exception {
    long clock = System.nanoTime();
    long processor = SYSTEM.getProcessCpuTime();
    work.run();
    return new Cost(
        (SYSTEM.getProcessCpuTime() - processor) / 1e9, (System.nanoTime() - clock) / 1e9);
  }

  private void fleet(Path store) throws Exception {
    List<FleetFile> all = new ArrayList<>();
    for (Path file : files) {
      all.add(new FleetFile(file.toString(), file, true));
    }
    new WeighRun(Store.openOrMake(store, ""), "latest", threads, file -> {}).run(all);
  }

  /** The largest first, as in a run of the command. */
  private void library() throws Exception {
    List<Path> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparingLong((Path file) -> file.toFile().length()).reversed());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (Path file : sorted) {
        futures.add(
            pool.submit(
                () -> {
                  weigh(file);
                  return file;
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  /** Asks for all that a store has: each text and number of rows, and of functions and data. */
  private void weigh(Path file) throws IOException {
    try {
      FileModel model = FileModel.of("contents", FileMapper.open(file), OpenOptions.DEFAULT);
      Tables.write(model, "contents", TableShape.USUAL, this::row);
      if (model.binary().isPresent()) {
        bodies(model.binary().get().attribution());
      } else {
        PackageModel packed = model.packed().orElseThrow();
        packed.answers().visit(new Visitor());
      }
    } catch (BinaryException e) {
      seen.incrementAndGet();
    }
  }

  private void row(TableRow row) {
    for (TableColumn column : TableColumn.all()) {
      if (row.has(column)) {
        seen.addAndGet(column.isNumber() ? row.number(column) : row.text(column).length());
      }
    }
  }

  private void bodies(Attribution attribution) {
    FileBodies bodies = FileBodies.of(attribution);
    long sum = 0;
    for (int body = 0; body < bodies.count(); body++) {
      sum += bodies.hash(body) + bodies.size(body) + bodies.label(body).length();
    }
    seen.addAndGet(sum);
  }

  private final class Visitor implements BinaryVisitor {
    @Override
    public void binary(int entry, Query query, Measure shipped) {
      bodies(query.attribution());
    }

    @Override
    public void withdraw(int first) {
      seen.decrementAndGet();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
