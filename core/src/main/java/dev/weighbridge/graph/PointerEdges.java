package dev.weighbridge.graph;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.CodeMarks;
import dev.weighbridge.formats.isa.CodeParts;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.work.Work;

/**
 * The edges that pointers make. A file that can be loaded anywhere lists its pointers as
 * relocations. In one that is loaded at a fixed address any word may be one: there every word that
 * would lead somewhere counts, so that nothing needed is missed. Such a file may have relocations
 * all the same, for what other files define and for functions that are chosen when it is loaded.
 */
final class PointerEdges {
  private static final int NARROW = 4;

  private final Attribution attribution;
  private final int image;
  private final BinaryImage facts;
  private final AddressMap map;
  private final GraphNodes nodes;
  private final Edges.Builder edges;

  /** Bytes to which addresses in code are aligned. */
  private final int step;

  /** Whether the low bit of a pointer may say that it leads to Thumb code. */
  private final boolean isArm;

  /** Where there is data among code, as far as marks say. */
  private final CodeParts parts;

  PointerEdges(Attribution attribution, int image, GraphNodes nodes, Edges.Builder edges) {
    this.attribution = attribution;
    this.image = image;
    this.facts = attribution.file().images().get(image);
    this.map = attribution.addressMap(image);
    this.nodes = nodes;
    this.edges = edges;
    isArm = facts.machine().is(Architecture.ARM);
    step = isArm ? NARROW : 1;
    parts = new CodeParts(isArm ? CodeMarks.of(facts) : CodeMarks.NONE, CodeMarks.CODE);
  }

  void add() {
    RelocationTable relocations = facts.relocations();
    boolean isMovable = false; // where the format does not say, relocations do
    for (int row = 0; row < relocations.count(); row++) {
      Work.checkAt(row);
      long place = map.place(relocations.place(row));
      long target = relocations.target(row);
      int to = target == -1 ? imported(relocations.symbol(row)) : nodes.at(map.place(target));
      edges.add(nodes.at(place), to, place);
      isMovable |= target != -1;
    }
    if (facts.isFixed() || !isMovable) {
      words();
    }
  }

  private int imported(int symbol) {
    return symbol < 0
        ? GraphNodes.NONE
        : nodes.ofOwner(attribution.owners().ofSymbol(image, symbol));
  }

  private void words() {
    Partition partition = attribution.partition();
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Work.checkAt(span);
      int node = partition.image(span) == image ? nodes.ofSpan(span) : GraphNodes.NONE;
      if (node != GraphNodes.NONE && partition.memorySize(span) > 0) {
        if (partition.kind(span) == Kind.CODE) {
          operands(node, partition.start(span), partition.end(span));
          dataAmongCode(node, partition.start(span), partition.end(span));
        } else {
          pointers(node, partition.start(span), partition.end(span));
        }
      }
    }
  }

  private void pointers(int node, long start, long end) {
    int width = facts.addressBits() / 8;
    long first = (start + width - 1) / width * width;
    for (long at = first; at + width <= end; at += width) {
      pointer(node, at, width);
    }
  }

  /** A word of data may lead into the midst of something. */
  private void pointer(int node, long at, int width) {
    Bytes bytes = facts.bytes();
    long position = at - facts.fileStart();
    long value = width == NARROW ? bytes.u32(position) : bytes.i64(position);
    edges.add(node, nodes.at(map.place(value)), at);
  }

  /** Code may hold an address of four bytes anywhere; random bytes hardly ever meet a beginning. */
  private void operands(int node, long start, long end) {
    Bytes code = facts.bytes();
    long from = start + (-map.address(start) & step - 1);
    for (long at = from; at + NARROW <= end; at += step) {
      long value = code.u32(at - facts.fileStart());
      int to = nodes.startingAt(map.place(value));
      boolean mayBeThumb = isArm && to == GraphNodes.NONE && (value & 1) != 0;
      edges.add(node, mayBeThumb ? nodes.startingAt(map.place(value & ~1L)) : to, at);
    }
  }

  /**
   * Objects, and what is marked as data behind the end of a function, as the literals are that it
   * loads: those inside a function are told by its instructions.
   */
  private void dataAmongCode(int node, long start, long end) {
    boolean isNamed = nodes.owner(node) != GraphNodes.NONE;
    if (isNamed && nodes.isObject(node)) {
      pointers(node, start, end);
    } else if (isArm && !isNamed) {
      long address = map.address(start);
      for (long at = start + (-address & NARROW - 1); at + NARROW <= end; at += NARROW) {
        parts.goTo(address + at - start);
        if (parts.letter() == CodeMarks.DATA) {
          pointer(node, at, NARROW);
        }
      }
    }
  }
}
