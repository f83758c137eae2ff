package dev.weighbridge.formats.shape;

import dev.weighbridge.formats.testing.Rooms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which room of the module may know which. */
@Tag("shape")
class RoomsTest {
  /**
   * A room, and behind the arrow the rooms that it may know; {@code facts} is the package of the
   * module itself. Lower rooms first.
   */
  private static final String ARROWS =
      """
      work                 ->
      problems             -> work
      bytes                -> problems work
      columns              -> problems bytes
      machine              ->
      unwind               -> problems bytes columns
      debug..              -> problems bytes columns machine debug..
      dwarf..              -> problems bytes columns machine debug.. dwarf.. work
      pdb..                -> problems bytes columns machine debug.. pdb..
      facts                -> problems bytes columns machine debug..
      isa..                -> problems bytes columns machine facts isa..
      spi                  -> problems bytes columns machine facts
      linkermap            -> problems bytes columns facts
      firmware             -> problems bytes columns

      internal.codec       -> problems bytes work
      internal.tasks       -> work
      stream               -> problems bytes internal.codec work
      upx                  -> problems bytes columns stream facts
      internal.upx         -> problems bytes facts upx
      internal.dwarf.program -> problems bytes columns debug.. dwarf.. work
      internal.dwarf.functions -> problems bytes columns debug.. dwarf.. internal.tasks internal.dwarf.program work
      internal.dwarf.bytes -> problems bytes columns debug.. dwarf.. internal.dwarf.program
      internal.dwarf       -> problems bytes columns debug.. dwarf.. internal.dwarf.program internal.dwarf.functions internal.dwarf.bytes work
      internal.debug       -> bytes columns debug.. facts
      internal.unwind      -> problems bytes columns unwind facts work

      ar                   -> problems bytes columns
      internal.ar          -> problems bytes facts spi ar
      packages.entries     -> problems bytes
      internal.packages.compression -> problems bytes internal.codec stream packages.entries work
      internal.packages.archives -> problems bytes internal.codec ar packages.entries internal.packages.compression work
      internal.packages.carriers -> problems bytes columns internal.appended upx packages.entries internal.packages.compression
      internal.packages.squashfs -> problems bytes packages.entries internal.packages.compression
      packages             -> bytes internal.appended ar upx packages.entries internal.packages.compression internal.packages.archives internal.packages.carriers internal.packages.squashfs

      elf.headers          -> problems bytes columns machine
      elf.symbols          -> problems bytes columns facts elf.headers
      elf.dynamic          -> problems bytes columns elf.headers elf.symbols
      elf.notes            -> problems bytes columns elf.headers
      elf.relocations      -> problems bytes columns elf.headers elf.symbols work
      elf.linking          -> problems bytes columns elf.headers elf.symbols elf.dynamic elf.relocations work
      elf                  -> problems bytes columns unwind internal.codec internal.ksy elf.headers elf.symbols elf.dynamic elf.notes elf.relocations elf.linking
      elf.debug            -> problems bytes columns machine debug.. dwarf.. internal.codec elf elf.headers elf.symbols elf.relocations
      internal.appended    -> bytes facts
      internal.cuda        -> bytes problems facts
      internal.golang      -> bytes columns problems facts work
      internal.elf         -> problems bytes columns machine unwind debug.. dwarf.. internal.appended internal.upx internal.cuda internal.golang internal.debug internal.dwarf facts spi internal.codec internal.unwind elf.. work internal.tasks

      macho.headers        -> problems bytes columns machine
      macho.symbols        -> problems bytes columns facts macho.headers
      macho.functions      -> problems bytes columns macho.headers
      macho.exports        -> problems bytes columns macho.headers
      macho.fixups         -> problems bytes columns macho.headers
      macho.relocations    -> problems bytes columns macho.headers
      macho.signature      -> problems bytes columns macho.headers
      macho.unwind         -> problems bytes columns
      macho                -> problems bytes columns internal.ksy macho.headers macho.symbols macho.functions macho.exports macho.fixups macho.relocations macho.signature macho.unwind
      macho.debug          -> problems bytes columns machine debug.. dwarf.. internal.codec macho macho.headers macho.symbols macho.relocations
      internal.macho.debugmap -> problems bytes columns debug.. internal.dwarf spi macho.. ar
      internal.macho       -> problems bytes columns machine unwind debug.. dwarf.. internal.appended internal.golang internal.debug internal.dwarf facts spi internal.unwind macho.. ar internal.ar internal.macho.debugmap work

      pe.headers           -> problems bytes columns machine
      pe.directories       -> problems bytes columns pe.headers
      pe.symbols           -> problems bytes columns facts pe.headers
      pe.relocations       -> problems bytes columns pe.headers
      pe.imports           -> problems bytes columns machine pe.headers
      pe.exports           -> problems bytes columns pe.headers
      pe.resources         -> problems bytes columns pe.headers
      pe.unwind            -> problems bytes columns pe.headers
      pe                   -> problems bytes columns internal.ksy pe.headers pe.directories pe.symbols pe.relocations pe.imports pe.exports pe.resources pe.unwind
      pe.debug             -> problems bytes columns machine debug.. dwarf.. internal.codec pe pe.headers pe.symbols pe.relocations
      internal.pe.code     -> problems bytes columns machine isa.. facts pe pe.headers work
      internal.pe.symbols  -> problems bytes columns machine facts pe.. internal.pe.code work
      internal.pe.functions -> problems bytes columns machine unwind facts pe.. internal.unwind internal.pe.code internal.pe.symbols work
      internal.pdb         -> problems bytes columns facts pe pe.directories internal.pe.code internal.pe.symbols work
      internal.pdb.facts   -> problems bytes columns machine debug.. dwarf pe internal.pdb work
      internal.pe          -> problems bytes columns machine unwind debug.. dwarf.. internal.appended internal.upx internal.cuda internal.golang internal.debug internal.dwarf facts spi pe.. internal.unwind internal.pe.code internal.pe.symbols internal.pe.functions internal.pdb internal.pdb.facts work
      """;

  private static final Rooms ROOMS = new Rooms("dev.weighbridge.formats", "facts", ARROWS);

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
}
