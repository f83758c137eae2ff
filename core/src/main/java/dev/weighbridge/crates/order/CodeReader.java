package dev.weighbridge.crates.order;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/** Reads which functions call which directly, and which panic locations they refer to. */
final class CodeReader {
  /** Bytes read at once; a longer function is read in pieces. */
  private static final int MAX_READ = 1 << 22;

  /**
   * Bytes of the shortest function whose callers count: the shims of the allocator are shorter,
   * which are of the program and are called by everybody.
   */
  private static final int SHORTEST_CALLEE = 24;

  private static final int BETWEEN_QUESTIONS = 1 << 12;

  private final Bytes file;
  private final CodeRuns runs;
  private final PanicSites sites;
  private final Candidates candidates;
  private final InstructionCursor cursor;
  private final int[] lastCaller;
  private final Mentions.Builder mentions;
  private byte[] code = new byte[1 << 16];

  CodeReader(
      Bytes file,
      CodeRuns runs,
      PanicSites sites,
      Candidates candidates,
      InstructionCursor cursor) {
    this.file = file;
    this.runs = runs;
    this.sites = sites;
    this.candidates = candidates;
    this.cursor = cursor;
    lastCaller = new int[runs.count()];
    Arrays.fill(lastCaller, -1);
    mentions = new Mentions.Builder(runs.count(), candidates.count());
  }

  /** Reads all functions. */
  void read(Work work) {
    for (int function = 0; function < runs.count(); function++) {
      if (function % BETWEEN_QUESTIONS == 0) {
        work.progress("crates by the order of the link", function, runs.count());
      }
      for (int at = 0; at < runs.size(function); at += MAX_READ) {
        read(function, at, Math.min(MAX_READ, runs.size(function) - at));
      }
    }
  }

  /** Reads a piece of a function; bytes that are no instruction are skipped. */
  private void read(int function, int offset, int length) {
    if (code.length < length + InstructionCursor.SLACK) {
      code = new byte[2 * length + InstructionCursor.SLACK];
    }
    file.copy(runs.place(function) + offset, code, 0, length);
    long address = runs.address(function) + offset;
    for (int from = 0; from < length; from = cursor.position() + cursor.alignment()) {
      cursor.start(code, from, length, address + from);
      while (cursor.next()) {
        if (cursor.hasTarget()) {
          call(function, cursor.target());
        } else if (cursor.hasReference() && cursor.isReferenceSure()) {
          mention(function, cursor.reference());
        }
      }
    }
  }

  private void call(int caller, long target) {
    // Most targets lie in the function itself, or behind it.
    if (target < runs.address(caller) && Flow.NEXT != cursor.flow()) {
      int callee = runs.startingAt(target);
      if (callee >= 0 && runs.size(callee) >= SHORTEST_CALLEE) {
        lastCaller[callee] = Math.max(lastCaller[callee], caller);
      }
    }
  }

  private void mention(int function, long address) {
    int site = sites.at(address);
    int candidate = site < 0 ? Candidates.NONE : candidates.ofPath(sites.path(site));
    if (candidate >= 0) {
      mentions.add(function, candidate, site);
    }
  }

  /** For each function the last one behind it that calls it directly or jumps to it; -1 if none. */
  int[] lastCallers() {
    return lastCaller;
  }

  /** Which functions mention which crates. */
  Mentions mentions() {
    return mentions.build();
  }
}
