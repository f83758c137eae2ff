package dev.weighbridge.fleet;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Weighs what a store does not have yet. What is weighed stands in the spool at once, and goes to
 * the store all together: a process that is killed loses what it was just weighing, and the store
 * does not show that there was one.
 */
final class WeighRun {
  private final Store store;
  private final String snapshot;
  private final int threads;
  private final Progress progress;
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private int weighed;

  /** Is told how far it is; by several threads. */
  @FunctionalInterface
  interface Progress {
    void done(FleetFile file);
  }

  /**
   * What a run did.
   *
   * @param weighed how many contents were new
   */
  record Result(int weighed, WeighSummary summary) {}

  WeighRun(Store store, String snapshot, int threads, Progress progress) {
    this.store = store;
    this.snapshot = snapshot;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Weighs files and makes a snapshot of them.
   *
   * @throws StoreException if another process puts something into the store
   */
  Result run(List<FleetFile> files) throws IOException, SQLException, InterruptedException {
    try (FileChannel channel =
            FileChannel.open(store.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        DuckStore duck = DuckStore.connect(store)) {
      lock(channel);
      store.recover();
      Set<String> known = duck.hashes();
      Spool spool = store.spool();
      claimed.addAll(known);
      claimed.addAll(spool.hashes());
      List<Outcome> outcomes = weigh(files);
      Set<String> whole = new HashSet<>(known);
      whole.addAll(spool.hashes());
      outcomes.replaceAll(outcome -> outcome.checked(whole));
      finish(outcomes, known, duck);
      duck.open();
      duck.choose(snapshot);
      int others = files.size() - outcomes.size();
      return new Result(weighed, new WeighSummary(outcomes.size(), others, duck.errors()));
    }
  }

  /** Keeps other processes out until the channel is closed. */
  private void lock(FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Told below: this process has it already.
    }
    throw new StoreException(store.lock().toString(), "no other process", "one that weighs");
  }

  /** The largest come first, so that no thread is left with one at the end. */
  private List<Outcome> weigh(List<FleetFile> files)
      throws IOException, SQLException, InterruptedException {
    List<Sized> sized = new ArrayList<>();
    for (FleetFile file : files) {
      sized.add(Sized.of(file));
    }
    sized.sort(Comparator.comparingLong(Sized::size).reversed());
    Queue<Sized> waiting = new ConcurrentLinkedQueue<>(sized);
    List<Outcome> outcomes = new Workers(threads).run(() -> weigh(waiting));
    outcomes.sort(Comparator.comparing(Outcome::name));
    return outcomes;
  }

  /** What one thread does: weighs what is waiting until nothing is, or something fails. */
  private List<Outcome> weigh(Queue<Sized> waiting) throws IOException {
    try (SpoolSegment segment = store.spool().begin()) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Sized one = waiting.poll(); one != null; one = waiting.poll()) {
        weigh(one, segment).ifPresent(outcomes::add);
      }
      return outcomes;
    } finally {
      waiting.clear();
    }
  }

  /** A file and how many bytes it has, or why that is not known. */
  private record Sized(FleetFile file, long size, Optional<IOException> why) {
    static Sized of(FleetFile file) {
      try {
        return new Sized(file, ContentHash.size(file.path()), Optional.empty());
      } catch (IOException e) {
        return new Sized(file, 0, Optional.of(e));
      }
    }

    Outcome failed(String hash, Throwable why) {
      return Outcome.failed(file.name(), hash, size, why);
    }
  }

  private Optional<Outcome> weigh(Sized one, SpoolSegment segment) {
    FleetFile file = one.file();
    String hash = "";
    try {
      if (one.why().isPresent()) {
        return Optional.of(one.failed(hash, one.why().get()));
      }
      Content content = Content.open(file.path());
      if (!file.isGiven() && !content.isWeighable()) {
        return Optional.empty();
      }
      hash = content.hash();
      if (claimed.add(hash)) {
        segment.weigh(new ContentWeigher(store.settings().shape()), content, hash);
        count();
      }
      long size = content.bytes().map(Bytes::length).orElse(one.size());
      return Optional.of(new Outcome(file.name(), hash, size, ""));
    } catch (IOException
        | RuntimeException
        | StackOverflowError
        | InternalError
        | OutOfMemoryError e) {
      return Optional.of(one.failed(hash, e));
    } finally {
      progress.done(file);
    }
  }

  private synchronized void count() {
    weighed++;
  }

  /** Puts what is weighed now into the store, but for what an earlier run has left. */
  private void finish(List<Outcome> outcomes, Set<String> known, DuckStore duck)
      throws IOException, SQLException, InterruptedException {
    Set<String> asked = new HashSet<>();
    outcomes.forEach(outcome -> asked.add(outcome.hash()));
    asked.removeAll(known);
    StoreParts parts = new StoreParts(store, store.spool().parts(asked));
    parts.add(duck, threads);
    store.spool().clear();
    Path snapshotFile = store.snapshot(snapshot);
    duck.snapshot(snapshot, outcomes, Store.partial(snapshotFile));
    Store.finish(snapshotFile);
  }
}
