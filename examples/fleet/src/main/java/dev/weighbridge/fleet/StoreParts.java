package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Puts parts of the spool into the store. Several threads make their files, whose names they get
 * one after the other: what a process that is killed here leaves is divided into the same parts.
 */
final class StoreParts {
  private final Store store;
  private final List<SpoolPart> parts;

  StoreParts(Store store, List<SpoolPart> parts) {
    this.store = store;
    this.parts = parts;
  }

  /** Makes the files of all parts. */
  void add(DuckStore duck, int threads) throws IOException, SQLException, InterruptedException {
    Queue<SpoolPart> waiting = new ConcurrentLinkedQueue<>(parts);
    Workers workers = new Workers(Math.min(threads, parts.size()));
    workers.run(
        () -> {
          try (DuckStore own = duck.another()) {
            for (SpoolPart part = waiting.poll(); part != null; part = waiting.poll()) {
              compose(own, part);
            }
          } finally {
            waiting.clear();
          }
          return List.of();
        });
    for (SpoolPart part : parts) {
      String name = name(part);
      // Bodies first, so that contents say that both are whole.
      Store.finish(store.bodies(name));
      Store.finish(store.contents(name));
    }
  }

  private void compose(DuckStore duck, SpoolPart part) throws IOException, SQLException {
    String name = name(part);
    Path contents = Store.partial(store.contents(name));
    duck.compose(part, contents, Store.partial(store.bodies(name)));
  }

  private static String name(SpoolPart part) {
    return StoreSettings.partName(part.hashes());
  }
}
