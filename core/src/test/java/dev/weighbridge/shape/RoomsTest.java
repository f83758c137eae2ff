package dev.weighbridge.shape;

import dev.weighbridge.formats.testing.Rooms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which room of the module may know which. */
@Tag("shape")
class RoomsTest {
  /**
   * A room, and behind the arrow the rooms that it may know; {@code model} is the package of the
   * module itself. Lower rooms first; {@code formats} and {@code demangle} are modules below.
   */
  private static final String ARROWS =
      """
      config               -> none
      rows                 -> none
      internal.words       -> none
      internal.config      -> config internal.words
      document             -> config internal.config
      libraries            -> config internal.config
      internal.names       -> formats demangle
      internal.packed      -> formats formats.bytes formats.columns formats.problems formats.work

      attribution          -> formats formats.bytes formats.columns demangle formats.work
      internal.shapes      -> formats formats.bytes formats.columns formats.work attribution
      attribution.claim    -> formats formats.bytes formats.columns attribution formats.work
      attribution.data     -> formats formats.bytes formats.columns formats.isa.. formats.machine formats.problems formats.internal.tasks attribution attribution.claim formats.work
      attribution.spans    -> formats formats.bytes formats.columns formats.isa.. formats.machine formats.internal.tasks attribution attribution.claim attribution.data formats.work
      attribution.saved    -> formats formats.bytes formats.linkermap formats.machine formats.problems internal.packed attribution attribution.claim formats.work

      debug                -> formats formats.bytes formats.columns formats.debug formats.internal.tasks demangle attribution formats.work
      bodies               -> formats formats.bytes formats.columns formats.isa.. formats.machine demangle internal.names attribution formats.work
      crates.order         -> formats formats.bytes formats.columns formats.isa.. formats.machine internal.names internal.shapes attribution formats.work
      language             -> formats formats.bytes formats.elf.. formats.pe.. attribution formats.work
      golang               -> formats formats.bytes attribution language formats.work
      crates.names         -> formats formats.bytes formats.debug demangle internal.names formats.internal.tasks attribution libraries
      crates               -> formats formats.bytes formats.columns formats.debug demangle debug internal.names attribution crates.names crates.order language golang libraries formats.work
      cargo                -> formats formats.bytes formats.problems formats.spi config internal.config attribution crates formats.debug formats.work
      graph                -> formats formats.bytes formats.columns formats.isa.. formats.machine formats.problems attribution rows formats.work
      category             -> formats formats.bytes formats.columns demangle config internal.config internal.shapes attribution crates formats.work
      generics             -> formats formats.bytes formats.columns formats.isa.. formats.machine formats.problems demangle internal.names attribution bodies golang rows debug formats.work
      llvmlines            -> formats formats.bytes formats.columns formats.problems attribution generics rows
      rustc                -> formats formats.bytes formats.problems attribution generics rows
      duplicates           -> formats formats.bytes formats.columns formats.machine attribution bodies crates rows formats.work
      region               -> formats formats.linkermap config internal.config attribution formats.bytes formats.firmware formats.problems formats.work
      shipped              -> formats formats.bytes formats.problems formats.stream formats.upx attribution formats.work
      query                -> internal.words attribution cargo crates libraries region shipped formats.work
      measure              -> formats formats.columns formats.debug formats.linkermap attribution debug query region shipped formats.problems formats.work
      dimension            -> formats formats.columns formats.debug formats.machine internal.names attribution bodies cargo category crates debug generics golang libraries query region formats.problems formats.work
      inlines              -> formats.debug formats.problems attribution debug rows generics formats.work
      dependencies         -> formats attribution cargo crates query
      tree                 -> formats formats.columns attribution query measure dimension rows formats.work
      diff                 -> formats formats.columns demangle attribution query measure dimension tree rows internal.config formats.internal.tasks formats.work
      packages.content     -> formats.bytes formats.columns formats.packages formats.packages.entries formats.problems formats.work
      packages             -> formats formats.bytes formats.columns formats.packages formats.packages.entries formats.problems formats.spi config internal.config attribution query measure dimension tree lint duplicates packages.content formats.work
      history              -> formats formats.linkermap config internal.config attribution query measure dimension region tree
      budget               -> formats formats.linkermap config internal.config attribution query measure dimension region tree diff history packages
      table                -> formats formats.problems attribution cargo crates debug dimension golang measure packages query formats.work
      lint                 -> formats formats.bytes formats.problems config internal.config document attribution crates dimension query tree formats.work
      lint.entries         -> formats formats.bytes formats.columns formats.problems formats.dwarf.. formats.elf.. attribution formats.work
      lint.facts           -> formats formats.bytes formats.machine formats.problems formats.unwind formats.elf.. formats.macho.. formats.pe.. attribution crates duplicates language lint cargo dependencies query dimension tree formats.work
      lint.facts.code      -> formats formats.bytes formats.columns formats.isa.. formats.machine formats.unwind formats.elf.. attribution bodies crates graph formats.work
      lint.advice          -> formats formats.machine internal.config attribution language lint lint.facts
      lint.wording         -> none
      lint.rules.debug     -> formats formats.elf.. formats.pe.. attribution lint lint.facts lint.entries lint.wording
      lint.rules.build     -> formats formats.columns attribution graph language lint lint.facts lint.facts.code lint.wording
      lint.rules.panics    -> formats formats.bytes formats.machine attribution language lint lint.facts lint.facts.code lint.wording
      lint.rules.copies    -> formats attribution duplicates generics lint lint.facts lint.facts.code debug inlines lint.wording
      lint.rules.crates    -> internal.config attribution crates duplicates language lint lint.facts lint.facts.code cargo dependencies lint.wording
      lint.rules.sections  -> formats formats.bytes formats.elf.. formats.pe.. formats.upx attribution lint lint.facts lint.wording
      lint.rules.wasm      -> formats formats.bytes attribution lint lint.facts lint.facts.code lint.wording
      lint.rules           -> lint lint.advice lint.rules..

      report..             -> formats formats.bytes formats.columns formats.linkermap formats.machine formats.problems formats.spi demangle attribution budget crates diff dimension duplicates generics graph lint llvmlines measure query region shipped tree report.. inlines formats.debug cargo dependencies formats.firmware rows rustc history packages formats.packages formats.packages.entries table formats.work
      project              -> internal.config budget lint

      plugin               -> formats.spi dimension measure lint report.. model

      model                -> formats formats.bytes formats.linkermap formats.problems formats.spi formats.upx internal.names attribution.. cargo category crates.. debug dependencies diff dimension duplicates generics graph measure query region shipped tree inlines packages formats.packages formats.packages.entries table libraries formats.work budget lint report
      """;

  private static final Rooms ROOMS = new Rooms("dev.weighbridge", "model", ARROWS);

  @Test
  void roomsKnowWhomTheyMay() {
    ROOMS.assertThatEachKnowsWhomItMay();
  }

  @Test
  void roomsHaveNoCycles() {
    ROOMS.assertThatRoomsHaveNoCycles();
  }

  @Test
  void classesHaveNoCycles() {
    ROOMS.assertThatClassesHaveNoCycles();
  }

  @Test
  void noPublicFieldCanChange() {
    ROOMS.assertThatPublicFieldsCannotChange();
  }
}
