package dev.weighbridge.debug;

import dev.weighbridge.demangle.Demangler;
import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.TextBuffer;
import dev.weighbridge.formats.internal.tasks.SharedTasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The readable forms of raw names, each read once: symbols and debug information have many in
 * common. Not for use by several threads, though it has several read names ahead.
 */
final class ReadableNames {
  /** Names that are read at a time. */
  private static final int BATCH = 1 << 11;

  /** Of a name that no scheme knows it is the name itself. */
  private final Map<String, String> known = new HashMap<>();

  private final Reader reader = new Reader();

  /** Reads names one after the other, and makes no objects but for texts. */
  private static final class Reader {
    private final Demangler demangler = new Demangler();
    private final TextBuffer text = new TextBuffer();

    String read(String raw) {
      text.clear();
      boolean isKnown = demangler.tryAppend(NameSlice.of(raw), HashVisibility.HIDDEN, text);
      return isKnown ? text.toString() : raw;
    }
  }

  /** Reads names, by several threads where there are many, so that {@link #of} need not. */
  void readAhead(Iterable<String> rawNames) {
    List<String> unread = new ArrayList<>();
    for (String raw : rawNames) {
      if (known.putIfAbsent(raw, raw) == null) {
        unread.add(raw);
      }
    }
    SharedTasks<String[]> batches = new SharedTasks<>("weighbridge names");
    for (int from = 0; from < unread.size(); from += BATCH) {
      batches.add(batch(unread.subList(from, Math.min(unread.size(), from + BATCH))));
    }
    batches.start();
    int next = 0;
    for (String[] batch : batches.results()) {
      for (String readable : batch) {
        known.put(unread.get(next++), readable);
      }
    }
  }

  /** A class, not a lambda: a new process has no time to bind one. */
  private static Callable<String[]> batch(List<String> rawNames) {
    return new Callable<>() {
      @Override
      public String[] call() {
        Reader reader = new Reader();
        String[] readable = new String[rawNames.size()];
        for (int i = 0; i < readable.length; i++) {
          readable[i] = reader.read(rawNames.get(i));
        }
        return readable;
      }
    };
  }

  /** The readable form of a name without hashes; the name itself if no scheme knows it. */
  String of(String raw) {
    String readable = known.get(raw);
    if (readable == null) {
      readable = reader.read(raw);
      known.put(raw, readable);
    }
    return readable;
  }
}
