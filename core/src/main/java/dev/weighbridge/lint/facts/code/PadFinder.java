package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.unwind.CallSite;
import dev.weighbridge.formats.unwind.ExceptionTables;
import dev.weighbridge.formats.unwind.UnwindSection;
import dev.weighbridge.graph.ReferenceGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the code of a program with and without its landing pads. */
final class PadFinder {
  /** A program of whose functions fewer are reached has roots that are not seen. */
  private static final double NEARLY_ALL = 0.95;

  /** What a function gives that is inlined once only one call of it is left, besides padding. */
  private static final long INLINED = 28;

  private static final int SEARCH_ROW = 8;
  private static final int POINTER_TO_TABLE = 8;
  private static final int SYMBOL = 24;

  private final Attribution attribution;
  private final ElfFile elf;
  private final BinaryImage image;
  private final AddressMap map;
  private final FramedFunctions functions;
  private final ReferenceGraph graph;
  private final Map<Long, List<Long>> padsOf = new HashMap<>();

  private final boolean[] isLibrary;
  private final long[] padBytes;
  private final int[] node;
  private final int[] normalCalls;
  private final int[] padCalls;
  private final BitSet isTaken = new BitSet();

  /** The nodes that a function's normal code leads to, ascending, where pads were left out. */
  private final Map<Integer, int[]> normalTargets = new HashMap<>();

  private boolean isKnown;
  private long code;
  private long tables;
  private long unwind;
  private long names;
  private long lastOwnTable;

  PadFinder(Attribution attribution, ElfFile elf) {
    this.attribution = attribution;
    this.elf = elf;
    image = attribution.file().images().get(0);
    map = attribution.addressMap(0);
    functions = FramedFunctions.of(elf);
    graph = ReferenceGraph.of(attribution);
    int count = functions.count();
    isLibrary = new boolean[count];
    padBytes = new long[count];
    node = new int[count];
    normalCalls = new int[count];
    padCalls = new int[count];
    InstructionCursor cursor =
        InstructionSets.cursor(image).filter(InstructionCursor::tellsAllAddresses).orElse(null);
    if (cursor != null && graph.isComplete() && findLibrary()) {
      readCallSites();
      follow(new FunctionFlow(attribution, cursor));
      sum();
    }
  }

  boolean isKnown() {
    return isKnown;
  }

  long code() {
    return code;
  }

  long tables() {
    return tables;
  }

  long unwind() {
    return unwind;
  }

  long names() {
    return names;
  }

  /** Which functions came compiled; whether both kinds are there, and have tables. */
  private boolean findLibrary() {
    CrateTable crates = Crates.of(attribution, CratePolicy.INSTANTIATING);
    int library = 0;
    int own = 0;
    for (int row = 0; row < functions.count(); row++) {
      long place = map.place(functions.start(row));
      int span = place < 0 ? -1 : attribution.partition().spanAt(place);
      node[row] = span < 0 ? -1 : graph.nodeOfSpan(span);
      int crate = span < 0 ? -1 : crates.ofOwner(attribution.partition().owner(span));
      CrateOrigin origin = crate < 0 ? CrateOrigin.NONE : crates.crate(crate).origin();
      isLibrary[row] = origin == CrateOrigin.STANDARD;
      library += isLibrary[row] ? 1 : 0;
      own += origin == CrateOrigin.USER && functions.hasTable(row) ? 1 : 0;
    }
    return library > 0 && own > 0;
  }

  private void readCallSites() {
    for (ExceptionTables all : elf.unwindTables().exceptionTables()) {
      if (all.section().role() != UnwindSection.Role.EXCEPTION_TABLES) {
        continue;
      }
      for (int row = 0; row < all.count(); row++) {
        List<Long> pads = new ArrayList<>();
        for (CallSite site : all.callSites(row)) {
          if (site.landingPad() >= 0) {
            pads.add(site.landingPad());
          }
        }
        padsOf.put(all.function(row), pads);
      }
    }
  }

  private void follow(FunctionFlow flow) {
    for (int row = 0; row < functions.count(); row++) {
      if (!flow.read(functions.start(row), functions.size(row))) {
        continue;
      }
      boolean isCut = functions.hasTable(row) && !isLibrary[row];
      if (isCut) {
        flow.followEntry();
        padsOf.getOrDefault(functions.start(row), List.of()).forEach(flow::followPad);
        padBytes[row] = flow.padSize();
        IntColumn targets = new IntColumn(0);
        flow.targets(false, address -> add(address, targets));
        flow.references(false, address -> add(address, targets));
        if (node[row] >= 0) {
          int[] sorted = targets.freeze();
          Arrays.sort(sorted);
          normalTargets.put(node[row], sorted);
        }
      }
      int[] calls = normalCalls;
      boolean isOwn = !isLibrary[row];
      flow.targets(false, address -> count(address, calls, isOwn));
      flow.targets(true, address -> count(address, padCalls, true));
      flow.references(false, this::take);
      flow.references(true, this::take);
    }
    RelocationTable relocations = image.relocations();
    for (int row = 0; row < relocations.count(); row++) {
      if (relocations.target(row) >= 0) {
        take(relocations.target(row));
      }
    }
  }

  private void add(long address, IntColumn targets) {
    long place = map.place(address);
    int span = place < 0 ? -1 : attribution.partition().spanAt(place);
    int found = span < 0 ? -1 : graph.nodeOfSpan(span);
    if (found >= 0) {
      targets.add(found);
    }
  }

  /** Counts a call; one from the library is never inlined, which a second one stands for. */
  private void count(long address, int[] calls, boolean isOwn) {
    int row = functions.at(address);
    if (row >= 0 && functions.start(row) == address) {
      calls[row] += isOwn ? 1 : 2;
    }
  }

  private void take(long address) {
    int row = functions.at(address);
    if (row >= 0 && functions.start(row) == address) {
      isTaken.set(row);
    }
  }

  private BitSet reached(boolean withPads) {
    BitSet reached = new BitSet();
    int[] queue = new int[graph.nodeCount()];
    int end = 0;
    for (int root = 0; root < graph.nodeCount(); root++) {
      if (graph.isRoot(root)) {
        reached.set(root);
        queue[end++] = root;
      }
    }
    for (int next = 0; next < end; next++) {
      int from = queue[next];
      int[] cut = withPads ? null : normalTargets.get(from);
      for (int edge = graph.edgeStart(from); edge < graph.edgeEnd(from); edge++) {
        int to = graph.target(edge);
        boolean isNormal =
            cut == null || Arrays.binarySearch(cut, to) >= 0 || !isCode(graph.place(edge));
        if (!reached.get(to) && isNormal) {
          reached.set(to);
          queue[end++] = to;
        }
      }
    }
    return reached;
  }

  /** Whether a reference stands in a function's code, not in data that belongs to it. */
  private boolean isCode(long place) {
    long address = map.address(place);
    return address != -1 && functions.at(address) >= 0;
  }

  private void sum() {
    BitSet before = reached(true);
    BitSet after = reached(false);
    int count = 0;
    int seen = 0;
    BitSet vanishing = new BitSet();
    for (int row = 0; row < functions.count(); row++) {
      count++;
      boolean isReached = node[row] < 0 || before.get(node[row]);
      seen += isReached ? 1 : 0;
      boolean isGone = isReached && node[row] >= 0 && !after.get(node[row]);
      boolean isInlined =
          !isGone
              && !isLibrary[row]
              && padCalls[row] > 0
              && normalCalls[row] == 1
              && !isTaken.get(row);
      vanishing.set(row, isGone || isInlined);
      if (isGone) {
        code += functions.room(row);
      } else if (isInlined) {
        code += INLINED + functions.room(row) - functions.size(row);
      }
      if (!isGone && !isLibrary[row]) {
        code += padBytes[row];
      }
      if (isGone || isInlined) {
        unwind += functions.frameSize(row) + SEARCH_ROW;
      } else if (!isLibrary[row] && functions.hasTable(row)) {
        unwind += POINTER_TO_TABLE;
      }
    }
    isKnown = seen >= NEARLY_ALL * count;
    sumTables();
    sumNames(vanishing);
  }

  /**
   * All tables up to that of the library's first function: linkers keep the order of functions, and
   * the program's come first. Where crates were optimised together there is no such order.
   */
  private void sumTables() {
    for (ExceptionTables all : elf.unwindTables().exceptionTables()) {
      UnwindSection section = all.section();
      if (section.role() != UnwindSection.Role.EXCEPTION_TABLES) {
        continue;
      }
      long first = -1;
      long own = 0;
      long border = section.fileEnd();
      for (int row = 0; row < all.count(); row++) {
        int function = functions.at(all.function(row));
        if (function < 0 || !isLibrary[function]) {
          own += all.fileEnd(row) - all.fileStart(row);
        } else if (first < 0 || all.function(row) < first) {
          first = all.function(row);
          border = all.fileStart(row);
        }
      }
      boolean isApart = OwnPointers.of(attribution).own() > 0;
      tables += isApart ? border - section.fileStart() : own;
      lastOwnTable = isApart ? section.addressAt(border) : 0;
    }
  }

  private void sumNames(BitSet vanishing) {
    SymbolTable symbols = image.symbols();
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.section(row) == SymbolTable.UNDEFINED || symbols.nameLength(row) == 0) {
        continue;
      }
      int function = functions.at(symbols.address(row));
      boolean isOfFunction =
          function >= 0
              && vanishing.get(function)
              && functions.start(function) == symbols.address(row);
      boolean isOfTable =
          symbols.address(row) < lastOwnTable && symbols.name(row).startsWith("GCC_except_table");
      if (isOfFunction || isOfTable) {
        names += SYMBOL + symbols.nameLength(row) + 1L;
      }
    }
  }
}
