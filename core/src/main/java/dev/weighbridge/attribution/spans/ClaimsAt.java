package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Explanation.Claim;
import dev.weighbridge.attribution.Explanation.Outcome;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.claim.Claims;
import dev.weighbridge.attribution.claim.OwnerRungs;
import dev.weighbridge.attribution.claim.Pieces;
import dev.weighbridge.attribution.claim.Rung;
import dev.weighbridge.attribution.claim.Structures;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SegmentTable.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks the rungs again who claims one byte. What they cannot tell, as for a saved model, is told by
 * the evidence that its span has kept.
 */
final class ClaimsAt {
  private final Attribution attribution;
  private final Partition partition;
  private final Owners owners;
  private final long place;
  private final int span;
  private final int image;
  private final Evidence names;
  private final List<Claim> claims = new ArrayList<>();
  private boolean isWon;

  /** The claims on a place that a span holds. */
  ClaimsAt(Attribution cut, long place) {
    attribution = cut.uncut();
    partition = attribution.partition();
    owners = attribution.owners();
    this.place = place;
    span = partition.spanAt(place);
    image = partition.image(span);
    names = partition.names(span);
    // What only fills was taken from whoever else claimed it.
    isWon = names == Evidence.PADDING;
  }

  /** The claims, the surest evidence first. */
  List<Claim> list() {
    if (attribution.file().hasBytes()) {
      addStructures();
      addOwners();
    }
    addKept();
    addReferences();
    addSection();
    addSegment();
    addUnmapped();
    addPadding();
    return claims;
  }

  private void addStructures() {
    if (place < partition.fileSize()) {
      StructuresAt structures = new StructuresAt(image);
      int[] rows = structures.rows(attribution, place);
      Arrays.sort(rows);
      Structures rung = new Structures(structures.table(attribution.file()));
      Claims found = Claims.at(place);
      for (int row : rows) {
        rung.claim(row, found);
      }
      String[] texts = new String[found.count()];
      Arrays.setAll(texts, claim -> rung.text(found.code(claim)));
      addAll(rung, found, texts);
    }
  }

  private void addOwners() {
    if (image < 0) {
      return;
    }
    OwnerRungs rungs = attribution.get(new OwnerRungsOf(image));
    for (Rung rung : rungs.rungs()) {
      Claims found = Claims.at(place);
      rung.claim(found);
      String[] texts = new String[found.count()];
      Arrays.setAll(texts, claim -> owners.readableText(owner(rungs, found.code(claim))));
      addAll(rung, found, texts);
    }
  }

  private int owner(OwnerRungs rungs, int code) {
    int symbol = rungs.symbolRow(code);
    return symbol >= 0
        ? owners.ofSymbol(image, symbol)
        : owners.ofFunction(image, rungs.functionRow(code));
  }

  /** Adds what a rung claims: if none above it claims anything, its innermost claim wins. */
  private void addAll(Rung rung, Claims found, String[] texts) {
    Pieces pieces = found.flatten();
    int innermost = pieces.count() == 0 ? -1 : pieces.code(pieces.floor(place));
    for (int claim = 0; claim < texts.length; claim++) {
      int code = found.code(claim);
      Outcome inner = code == innermost ? Outcome.WON : Outcome.NESTED;
      claims.add(
          new Claim(
              Evidence.names(rung.evidence(code)),
              texts[claim],
              found.start(claim),
              found.end(claim),
              isWon ? Outcome.LOST : inner,
              rung.why(code)));
    }
    isWon |= texts.length > 0;
  }

  private void add(Evidence evidence, String text, long start, long end, String why) {
    claims.add(new Claim(evidence, text, start, end, isWon ? Outcome.LOST : Outcome.WON, why));
    isWon = true;
  }

  /** Adds a claim on the whole span, of whoever it is about or whose it is. */
  private void addSpan(Evidence evidence, String why) {
    int subject = partition.subject(span);
    String text = owners.readableText(subject >= 0 ? subject : partition.owner(span));
    add(evidence, text, partition.start(span), partition.end(span), why);
  }

  private void addReferences() {
    Evidence bounds = partition.bounds(span);
    boolean isShared = partition.subject(span) < 0;
    int user = owners.user(partition.owner(span));
    if (names == Evidence.REFERENCE) {
      addSpan(names, isShared ? "several refer to it" : "only its code refers to it");
    } else if (names == Evidence.RELOCATION) {
      addSpan(names, isShared ? "several point to it" : "only its data points to it");
    } else if (names == Evidence.SECTION && bounds == Evidence.REFERENCE) {
      addSpan(names, "cut where something refers to it, nobody known to whom");
    } else if (names == Evidence.SECTION && bounds == Evidence.NEIGHBOUR) {
      addSpan(names, "something refers to its start, but nothing tells that it is one thing");
    } else if (user >= 0) {
      String why = "only this refers to what a compiler named";
      long end = partition.end(span);
      add(Evidence.REFERENCE, owners.readableText(user), partition.start(span), end, why);
    }
  }

  /** Adds what the span tells, where nobody else can tell it again. */
  private void addKept() {
    boolean isTold =
        switch (names) {
          case REFERENCE, RELOCATION, SECTION, PADDING -> true;
          case FORMAT -> isMetadata();
          case SYMBOL, EXTENT, DEBUG, MAP, NEIGHBOUR -> false;
        };
    if (!isWon && !isTold) {
      addSpan(names, attribution.file().hasBytes() ? "kept with the span" : "kept in the model");
    }
  }

  /** Whether the name of the section explains all that is in it. */
  private boolean isMetadata() {
    int section = partition.section(span);
    return section >= 0 && attribution.section(section).traits().contains(SectionTrait.METADATA);
  }

  private void addSection() {
    int section = partition.section(span);
    if (section >= 0) {
      Section facts = attribution.section(section);
      Evidence evidence = isMetadata() ? Evidence.FORMAT : Evidence.SECTION;
      String why = isMetadata() ? "a section that its name explains" : "the section around it";
      addAround(evidence, "[" + facts.name() + "]", facts.fileStart(), facts.fileEnd(), why);
    }
  }

  private void addSegment() {
    int segment = partition.segment(span);
    if (segment >= 0) {
      Segment facts = attribution.segment(segment);
      String text = "[" + facts.name() + " #" + facts.index() + "]";
      addAround(
          Evidence.SECTION, text, facts.fileStart(), facts.fileEnd(), "the segment around it");
    }
  }

  /** Adds a claim of what has a range in the file; in memory only the span of it is known. */
  private void addAround(Evidence evidence, String text, long start, long end, String why) {
    String winner = isWon ? text : owners.text(partition.owner(span));
    if (place < partition.fileSize()) {
      add(evidence, winner, start, end, why);
    } else {
      add(evidence, winner, partition.start(span), partition.end(span), why);
    }
  }

  private void addUnmapped() {
    if (!isWon) {
      addSpan(Evidence.SECTION, "no section and no segment is around it");
    }
  }

  private void addPadding() {
    if (names == Evidence.PADDING) {
      isWon = false;
      addSpan(names, "bytes that only fill");
    }
  }
}
