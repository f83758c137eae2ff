package dev.weighbridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Claim;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.attribution.Explanation.Outcome;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.spans.PlaceExplainer;
import dev.weighbridge.formats.Location;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Explaining a place and listing the spans say the same. */
@Execution(ExecutionMode.CONCURRENT)
class ExplainTest {
  private static final int PLACES = 2_500;

  /** Looking at every structure is slow; so many places are compared with that. */
  private static final int SLOW_PLACES = 100;

  static Stream<String> fixtures() {
    return LawsTest.fixtures();
  }

  @Test
  void everyFormatAndContainerIsLookedAt() {
    assertThat(fixtures())
        .contains(
            "elf/c-x64",
            "macho/tiny-arm64",
            "macho/tiny-universal64",
            "pe/c-msvc-x64.exe",
            "wasm/j2c-196.wasm",
            "wasm/j2c-component.wasm",
            "ar/libfix.a",
            "ar/libfix-universal.a",
            "ar/kernel32-import.lib")
        .hasSizeGreaterThanOrEqualTo(119);
  }

  private static List<String> ownersAt(String fixture, long address) {
    BinaryModel model =
        BinaryModel.of(fixture, Fixtures.bytes("described/" + fixture), OpenOptions.DEFAULT);
    List<Explanation> places = model.explainAddressEverywhere(address);
    assertThat(model.explainAddress(address).stream().toList())
        .isEqualTo(places.subList(0, Math.min(1, places.size())));
    return places.stream()
        .map(place -> model.attribution().partition().owner(place.span()))
        .map(owner -> model.attribution().owners().readableText(owner))
        .toList();
  }

  /** Overlays are meant to share addresses; memories of Wasm each begin at 0, as does its code. */
  @Test
  void anAddressMayLieInSeveralPlaces() {
    assertThat(ownersAt("elf-overlays", 0x500010))
        .containsExactlyInAnyOrder("decode_v0", "decode_v1");
    assertThat(ownersAt("elf-overlays", 0x5000d0)).containsExactly("tail_v1");
    assertThat(ownersAt("wasm-two-memories.wasm", 0x10))
        .hasSize(3)
        .contains("data[0] .rodata", "data[1] .scratch");
    assertThat(ownersAt("elf-overlays", 1)).isEmpty();
  }

  @Test
  void aLocationIsAByteOfTheFileAndAFileHasNoEntries() {
    Model model = BinaryModel.of("c-x64", Fixtures.bytes("elf/c-x64"), OpenOptions.DEFAULT);
    assertThat(model.explain(Location.inFile(0x40)).orElseThrow().fileOffset()).isEqualTo(0x40);
    assertThat(model.explain(Location.inFile(model.fileSize()))).isEmpty();
    assertThat(model.explain(new Location(List.of("usr/bin/app"), 0x40))).isEmpty();
  }

  /** As {@code readelf -lW} says, all that is loaded ends below 0x6000. */
  @Test
  void nothingIsLoadedInTheUpperHalfOfMemory() {
    BinaryModel model = BinaryModel.of("c-x64", Fixtures.bytes("elf/c-x64"), OpenOptions.DEFAULT);
    assertThat(model.explainAddress(-1)).isEmpty();
    assertThat(model.explainAddress(-0x1000)).isEmpty();
    assertThat(model.explainAddress(Long.MIN_VALUE + 0x4000)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void agreesWithTheSpans(String fixture) {
    BinaryModel model = BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
    Attribution attribution = model.attribution();
    Partition partition = attribution.partition();
    int[] spanOfByte = spanOfByte(partition);
    long last = partition.end(partition.spanCount() - 1);
    Random random = new Random(fixture.hashCode());
    for (int i = 0; i < PLACES; i++) {
      boolean isInFile = i % 8 > 0;
      long place = (long) (random.nextDouble() * (isInFile ? model.fileSize() : last));
      Explanation explanation = PlaceExplainer.explain(attribution, place);
      int span = explanation.span();
      if (place < spanOfByte.length) {
        assertThat(span).as("span at %d", place).isEqualTo(spanOfByte[(int) place]);
        assertThat(explanation.fileOffset()).isEqualTo(place);
      } else {
        assertThat(place).isBetween(partition.start(span), partition.end(span) - 1);
        assertThat(explanation.fileOffset()).isEqualTo(-1);
      }
      agrees(attribution, explanation, place);
      claimsAgree(attribution, explanation, place);
      if (i < SLOW_PLACES && place < model.fileSize()) {
        assertThat(texts(explanation, "structure"))
            .containsExactlyInAnyOrderElementsOf(structures(attribution, span, place));
      }
    }
    assertThat(model.explainOffset(model.fileSize())).isEmpty();
  }

  /** Which span holds each byte, by laying the spans out. */
  private static int[] spanOfByte(Partition partition) {
    int[] spans = new int[(int) partition.fileSize()];
    int at = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      for (long left = partition.fileSize(span); left > 0; left--) {
        spans[at++] = span;
      }
    }
    assertThat(at).isEqualTo(spans.length);
    return spans;
  }

  private static void agrees(Attribution attribution, Explanation explanation, long place) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    int span = explanation.span();
    assertThat(text(explanation, "kind")).contains(partition.kind(span).key());
    assertThat(text(explanation, "basis")).contains(partition.basis(span).key());
    assertThat(text(explanation, "owner")).contains(owners.readableText(partition.owner(span)));
    int subject = partition.subject(span);
    assertThat(text(explanation, "subject"))
        .isEqualTo(subject < 0 ? Optional.empty() : Optional.of(owners.readableText(subject)));
    int section = partition.section(span);
    assertThat(text(explanation, "section"))
        .isEqualTo(
            section < 0 ? Optional.empty() : Optional.of(attribution.section(section).name()));
    assertThat(text(explanation, "segment").isPresent()).isEqualTo(partition.segment(span) >= 0);
    if (place < partition.fileSize()) {
      holdsPlace(attribution, explanation, place);
    }
    long address = explanation.address();
    if (address >= 0 && attribution.address(span) >= 0) {
      assertThat(address - attribution.address(span)).isEqualTo(place - partition.start(span));
    }
  }

  /** One claim has won, the one that the span tells of; whoever covers the byte has claimed it. */
  private static void claimsAgree(Attribution attribution, Explanation explanation, long place) {
    Partition partition = attribution.partition();
    int span = explanation.span();
    List<Claim> won = new ArrayList<>();
    for (Claim claim : explanation.claims()) {
      assertThat(place).as(claim.toString()).isBetween(claim.start(), claim.end() - 1);
      assertThat(claim.text()).isNotEmpty();
      assertThat(claim.why()).isNotEmpty();
      if (claim.outcome() == Outcome.WON) {
        won.add(claim);
      }
    }
    assertThat(won).as("%s", explanation).hasSize(1);
    assertThat(won.get(0).evidence()).isEqualTo(partition.names(span));
    if (partition.names(span) != Evidence.FORMAT) {
      int subject = partition.subject(span);
      int who = subject < 0 ? partition.owner(span) : subject;
      assertThat(won.get(0).text()).isEqualTo(attribution.owners().readableText(who));
    }
    assertThat(claimTexts(explanation)).containsAll(symbolsAt(attribution, explanation));
  }

  private static List<String> claimTexts(Explanation explanation) {
    return explanation.claims().stream().map(Claim::text).toList();
  }

  /** The names of functions and objects with a size that cover a byte, aliases aside. */
  private static List<String> symbolsAt(Attribution attribution, Explanation explanation) {
    List<String> names = new ArrayList<>();
    int image = attribution.partition().image(explanation.span());
    if (image < 0 || explanation.address() < 0 || explanation.fileOffset() < 0) {
      return names;
    }
    Owners owners = attribution.owners();
    SymbolTable symbols = attribution.file().images().get(image).symbols();
    for (int row = 0; row < symbols.count(); row++) {
      SymbolType type = symbols.type(row);
      boolean isSized = type == SymbolType.FUNCTION || type == SymbolType.OBJECT;
      long inside = explanation.address() - symbols.address(row);
      if (isSized && inside >= 0 && inside < symbols.memorySize(row)) {
        int owner = owners.ofSymbol(image, row);
        boolean isItself = owner >= 0 && owners.symbolRow(owner) == row;
        if (isItself && isInSameSection(attribution, row, explanation)) {
          names.add(owners.readableText(owner));
        }
      }
    }
    return names;
  }

  private static boolean isInSameSection(
      Attribution attribution, int row, Explanation explanation) {
    int image = attribution.partition().image(explanation.span());
    int before = 0;
    for (int i = 0; i < image; i++) {
      before += attribution.file().images().get(i).sections().count();
    }
    int section = attribution.partition().section(explanation.span());
    return attribution.file().images().get(image).symbols().section(row) == section - before;
  }

  private static void holdsPlace(Attribution attribution, Explanation explanation, long place) {
    for (Layer layer : explanation.layers()) {
      assertThat(place).as(layer.toString()).isBetween(layer.start(), layer.end() - 1);
    }
    Partition partition = attribution.partition();
    int section = partition.section(explanation.span());
    if (section >= 0) {
      Section facts = attribution.section(section);
      assertThat(place).isBetween(facts.fileStart(), facts.fileEnd() - 1);
    }
    int segment = partition.segment(explanation.span());
    if (segment >= 0) {
      Segment facts = attribution.segment(segment);
      assertThat(place).isBetween(facts.fileStart(), facts.fileEnd() - 1);
    }
  }

  private static Optional<String> text(Explanation explanation, String layer) {
    return texts(explanation, layer).stream().findFirst();
  }

  private static List<String> texts(Explanation explanation, String layer) {
    return explanation.layers().stream()
        .filter(l -> l.name().equals(layer))
        .map(Layer::text)
        .toList();
  }

  private static List<String> structures(Attribution attribution, int span, long place) {
    int image = attribution.partition().image(span);
    StructureTable table =
        image < 0
            ? attribution.file().container()
            : attribution.file().images().get(image).structures();
    return table.stream()
        .filter(s -> s.fileStart() <= place && place < s.fileEnd())
        .map(StructureTable.Structure::label)
        .toList();
  }
}
