package dev.weighbridge.graph;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.work.Work;
import java.util.BitSet;
import java.util.List;

/** The edges that machine code makes: calls, jumps, addresses it forms, what it goes on into. */
final class CodeEdges {
  /** Bytes read at once; a longer function is read in pieces. */
  private static final int MAX_READ = 1 << 22;

  /** How far before a table code counts from, at most: {@code table[letter - 'a']}, say. */
  private static final int BEFORE_TABLE = 256;

  private final Attribution attribution;
  private final List<Section> sections;
  private final GraphNodes nodes;
  private final Edges.Builder edges;
  private final FallThrough fallThrough;
  private final BitSet programs = new BitSet();
  private byte[] code = new byte[1 << 16];

  // add() fills it for each image.
  @SuppressWarnings("NullAway.Init")
  private AddressMap map;

  /** Whether the cursor tells what code counts from addresses in registers. */
  private boolean isFollowing;

  private int node;
  private long codeStart;
  private long codeAddress;
  private int codeLength;

  CodeEdges(Attribution attribution, GraphNodes nodes, Edges.Builder edges) {
    this.attribution = attribution;
    sections = attribution.sections();
    this.nodes = nodes;
    this.edges = edges;
    fallThrough = new FallThrough(attribution.partition(), attribution.file().bytes());
  }

  void add() {
    Partition partition = attribution.partition();
    InstructionCursor cursor = null;
    PaddingPatterns padding = PaddingPatterns.ZEROS;
    int image = -1;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Work.tellAt("reading code", span, partition.fileSpanCount());
      if (partition.image(span) < 0 || !isCode(span)) {
        continue;
      }
      if (partition.image(span) != image) {
        image = partition.image(span);
        BinaryImage facts = attribution.file().images().get(image);
        cursor =
            InstructionSets.cursor(facts).filter(InstructionCursor::tellsAllAddresses).orElse(null);
        isFollowing = cursor != null && cursor.follow();
        padding = InstructionSets.of(facts.machine()).padding();
        map = attribution.addressMap(image);
      }
      node = nodes.ofSpan(span);
      if (node == GraphNodes.NONE) {
        continue;
      }
      if (cursor == null) {
        programs.set(node);
      } else {
        read(cursor, partition.start(span), partition.end(span));
        if (isProgram(span) && codeAddress != -1) {
          goOn(cursor, padding, span);
        }
      }
    }
  }

  /** Machine code, and the code of the linker: it calls what is chosen when the file is loaded. */
  private boolean isCode(int span) {
    Partition partition = attribution.partition();
    int kind = partition.kindOrdinal(span);
    int section = partition.section(span);
    boolean isOfLinker = kind == Kind.LINKING.ordinal() && section >= 0;
    return kind == Kind.CODE.ordinal()
        || (isOfLinker && sections.get(section).traits().contains(SectionTrait.EXECUTABLE));
  }

  /** Code that somebody names: what has no name may be data that nothing marks. */
  private boolean isProgram(int span) {
    return attribution.partition().kind(span) == Kind.CODE
        && nodes.owner(node) != GraphNodes.NONE
        && !nodes.isObject(node);
  }

  private void read(InstructionCursor cursor, long start, long end) {
    Bytes file = attribution.file().bytes();
    for (long at = start; at < end; at += MAX_READ) {
      Work.check();
      int length = (int) Math.min(MAX_READ, end - at);
      if (code.length < length + InstructionCursor.SLACK) {
        code = new byte[2 * length + InstructionCursor.SLACK];
      }
      file.copy(at, code, 0, length);
      codeStart = at;
      codeLength = length;
      codeAddress = map.address(at);
      if (codeAddress != -1) {
        read(cursor);
      }
    }
  }

  /** Bytes that are no instruction are skipped. */
  private void read(InstructionCursor cursor) {
    CodeEnd end = fallThrough.begin();
    boolean hasInstructions = false;
    for (int from = 0; from < codeLength; from = cursor.position() + cursor.alignment()) {
      cursor.start(code, from, codeLength, codeAddress + from);
      while (cursor.next()) {
        end.take(cursor, codeAddress, codeLength);
        hasInstructions |= !cursor.isData();
        if (cursor.hasTarget()) {
          add(cursor.position(), cursor.target());
        } else if (cursor.hasReference()) {
          add(cursor.position(), cursor.reference());
          if (cursor.isIndexed()) {
            addTable(cursor.position(), cursor.reference());
          }
        }
        if (cursor.hasOther()) {
          add(cursor.position(), cursor.other());
        }
        if (isFollowing) {
          addCounted(cursor);
        }
      }
    }
    if (hasInstructions) {
      programs.set(node);
    }
  }

  private void addCounted(InstructionCursor cursor) {
    for (int index = 0; index < cursor.countedCount(); index++) {
      long counted = cursor.counted(index);
      if (!cursor.hasReference() || counted != cursor.reference()) {
        add(cursor.position(), counted);
      }
    }
  }

  /** Whether there are instructions in the code of a node: not if it is a table among them. */
  boolean hasInstructions(int which) {
    return programs.get(which);
  }

  /** What lies behind a piece of code is needed by it if it goes on there. */
  private void goOn(InstructionCursor cursor, PaddingPatterns padding, int span) {
    int last = fallThrough.lastOf(cursor, padding, code, codeLength, codeStart, codeAddress);
    int next = last < 0 ? -1 : fallThrough.next(cursor, span, codeAddress + codeLength);
    if (next >= 0 && nodes.isOwn(next) && !nodes.isObject(nodes.ofSpan(next))) {
      edges.add(node, nodes.ofSpan(next), codeStart + last);
    }
  }

  /**
   * What begins a little behind an address may be the table that is counted from there, if nothing
   * begins there itself: its first elements need not be there.
   */
  private void addTable(int position, long address) {
    Partition partition = attribution.partition();
    long place = map.place(address);
    if (place < 0 || nodes.startingAt(place) != GraphNodes.NONE) {
      return;
    }
    int first = partition.spanAt(place);
    for (int span = first + 1; span < partition.spanCount(); span++) {
      if (partition.start(span) - place > BEFORE_TABLE) {
        return;
      }
      boolean isData = nodes.isOwn(span) && partition.kind(span) != Kind.CODE;
      if (isData && nodes.ofSpan(span) != nodes.ofSpan(first)) {
        edges.add(node, nodes.ofSpan(span), codeStart + position);
        return;
      }
    }
  }

  private void add(int position, long address) {
    // Most targets lie in the function itself: who they belong to need not be looked up.
    if (Long.compareUnsigned(address - codeAddress, codeLength) < 0) {
      return;
    }
    edges.add(node, nodes.at(map.place(address)), codeStart + position);
  }
}
