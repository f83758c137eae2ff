package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Claim;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * What is known of one byte: the answer of the {@code explain} command.
 *
 * @param attribution the file it is in
 * @param explanation every layer at its place, and every claim on it
 * @param elsewhere the other places with its address; empty if it has none, or they were not asked
 *     for
 */
public record ExplainReport(
    Attribution attribution, Explanation explanation, List<Explanation> elsewhere)
    implements Report {
  private static final String SCHEMA = "weighbridge/explain/1";
  private static final int NAME = 11;
  private static final int OUTCOME = 6;

  /** Checks that nothing is missing. */
  public ExplainReport {
    Objects.requireNonNull(elsewhere, "elsewhere");
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(explanation, "explanation");
    elsewhere = List.copyOf(elsewhere);
  }

  /** An answer about one place. */
  public ExplainReport(Attribution attribution, Explanation explanation) {
    this(attribution, explanation, List.of());
  }

  /**
   * An answer about an address.
   *
   * @param explanations of all places that have it, the one to show first; at least one
   */
  public ExplainReport(Attribution attribution, List<Explanation> explanations) {
    this(
        attribution,
        Objects.requireNonNull(explanations, "explanations").get(0),
        explanations.subList(1, explanations.size()));
  }

  @Override
  public Answer answer() {
    BinaryFile file = attribution.file();
    SpanRow span = new SpanRow(Query.of(attribution)).at(explanation.span());
    return Answer.of(
        SCHEMA,
        file.name(),
        Prose.of(Line.EMPTY.name(file.name()).add(": " + place())),
        CommonParts.identity(file),
        Facts.of(
            explanation,
            List.of(
                Column.offset("fileOffset", Explanation::fileOffset),
                Column.address("address", Explanation::address))),
        Facts.of("span", span, SpanRow.MEMBERS),
        layers(),
        claims(),
        elsewhereTable());
  }

  /** The other places, one a row: where each is and whose the byte there is. */
  private Table<Explanation> elsewhereTable() {
    Column<Explanation> offset = Column.offset("fileOffset", Explanation::fileOffset);
    Column<Explanation> owner = Column.name("owner", other -> layer(other, "owner"));
    Column<Explanation> section = Column.name("section", other -> layer(other, "section"));
    Column<Explanation> image = Column.name("image", other -> layer(other, "image"));
    return Table.of("elsewhere", elsewhere)
        .people(
            List.of(
                Column.<Explanation>word("", other -> "also at")
                    .titled("other places with this address")
                    .wide(NAME),
                offset.titled("offset"),
                Column.<Explanation>name("", ExplainReport::where).titled("")))
        .programs(List.of(offset, image, section, owner))
        .ifEmpty(Line.EMPTY)
        .build();
  }

  private static String where(Explanation place) {
    String memory = place.fileOffset() < 0 ? "memory only: " : "";
    String section = layer(place, "section");
    String owner = layer(place, "owner");
    return memory + owner + (section.isEmpty() ? "" : " in " + section);
  }

  private static String layer(Explanation place, String name) {
    for (Layer layer : place.layers()) {
      if (layer.name().equals(name)) {
        return layer.text();
      }
    }
    return "";
  }

  private String place() {
    String address = Figures.hex(explanation.address());
    if (explanation.fileOffset() < 0) {
      return "address " + address + ", memory only";
    }
    String offset = "file offset " + Figures.hex(explanation.fileOffset());
    return offset + (explanation.address() == -1 ? ", not loaded" : ", address " + address);
  }

  private Table<Layer> layers() {
    Range<Layer> range = range(Layer::start, Layer::end);
    List<Layer> layers = withCrate();
    int width = layers.stream().mapToInt(layer -> layer.name().length()).max().orElse(0);
    return Table.of("layers", layers)
        .people(
            List.of(
                Column.word("", Layer::name).titled("layer").wide(Math.max(NAME, width)),
                range.start(),
                range.end(),
                range.bytes(),
                Column.name("", Layer::text).titled("")))
        .programs(
            List.of(
                Column.word("name", Layer::name),
                Column.name("text", Layer::text),
                range.start(),
                range.end(),
                range.bytes()))
        .build();
  }

  /** The layers, and of what has no name the crate, because no name tells how that is known. */
  private List<Layer> withCrate() {
    Partition partition = attribution.partition();
    int whole = partition.whole(explanation.span());
    int payer = attribution.payer(explanation.span(), Pricing.FULL);
    CrateTable crates = Query.of(attribution).crates();
    int crate = attribution.owners().isFunction(payer) ? crates.ofSpan(whole, Pricing.FULL) : -1;
    if (crate < 0) {
      return explanation.layers();
    }
    List<Layer> layers = new ArrayList<>(explanation.layers());
    layers.add(
        new Layer(
            "crate",
            crates.label(crate) + " (" + crates.evidence(payer).key() + ")",
            partition.start(explanation.span()),
            partition.end(explanation.span())));
    return layers;
  }

  private Table<Claim> claims() {
    Range<Claim> range = range(Claim::start, Claim::end);
    Column<Claim> outcome = Column.word("outcome", claim -> claim.outcome().key());
    Column<Claim> evidence = Column.word("evidence", claim -> claim.evidence().key());
    return Table.of("claims", explanation.claims())
        .people(
            List.of(
                evidence.titled("evidence").wide(NAME),
                range.start(),
                range.end(),
                range.bytes(),
                outcome.titled("claim").wide(OUTCOME),
                Column.<Claim>name("", claim -> claim.text() + ": " + claim.why()).titled("")))
        .programs(
            List.of(
                evidence,
                Column.name("text", Claim::text),
                range.start(),
                range.end(),
                range.bytes(),
                outcome,
                Column.sentence("why", Claim::why)))
        .build();
  }

  /** Where things are; places behind the file are no coordinate of anything a person has. */
  private record Range<T>(Column<T> start, Column<T> end, Column<T> bytes) {}

  private <T> Range<T> range(ToLongFunction<T> start, ToLongFunction<T> end) {
    long fileSize = attribution.partition().fileSize();
    int place = Math.max("start".length(), Figures.hex(fileSize).length());
    Column<T> first =
        Column.offset(
            "start", row -> end.applyAsLong(row) <= fileSize ? start.applyAsLong(row) : -1);
    Column<T> last =
        Column.offset("end", row -> end.applyAsLong(row) <= fileSize ? end.applyAsLong(row) : -1);
    Column<T> bytes = Column.bytes("bytes", row -> end.applyAsLong(row) - start.applyAsLong(row));
    return new Range<>(
        first.titled("start").wide(place), last.titled("end").wide(place), bytes.titled("bytes"));
  }
}
