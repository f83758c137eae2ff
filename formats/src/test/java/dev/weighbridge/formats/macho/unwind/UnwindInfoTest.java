package dev.weighbridge.formats.macho.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.ByteWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compact unwind tables written entry by entry. */
class UnwindInfoTest {
  private static final long BASE = 0x1_0000_0000L;
  private static final int FILE = 0x4000;

  /** One compressed page, one regular page, one function with an exception table. */
  private static ByteWriter sound() {
    ByteWriter table = new ByteWriter();
    table.u32(1).u32(28).u32(1).u32(32).u32(1).u32(36).u32(3);
    table.u32(0x0200_0000L); // the common encoding
    table.u32(0x8000); // the personality
    table.u32(0x1000).u32(0x60).u32(0x48);
    table.u32(0x2000).u32(0x90).u32(0x48);
    table.u32(0x3000).u32(0).u32(0x50);
    table.u32(0x1010).u32(0x5000); // function and its exception table
    table.padTo(0x60).u32(3).u16(12).u16(2).u16(20).u16(1);
    table.u32(0x0000_0000L).u32(0x0100_0010L); // common encoding, then that of the page
    table.u32(0x0400_0000L);
    return table.padTo(0x90).u32(2).u16(8).u16(2).u32(0x2000).u32(7).u32(0x2040).u32(8);
  }

  private static UnwindInfo read(ByteWriter table, Diagnostics diagnostics) {
    return UnwindInfo.read(table.bytes(), FILE, BASE, diagnostics);
  }

  @Test
  void readsBothKindsOfPages() {
    Diagnostics diagnostics = new Diagnostics();
    UnwindInfo info = read(sound(), diagnostics);
    List<UnwindInfo.Entry> entries = info.entries().toList();
    assertThat(entries)
        .extracting(UnwindInfo.Entry::function)
        .containsExactly(BASE + 0x1000, BASE + 0x1010, BASE + 0x2000, BASE + 0x2040);
    assertThat(entries)
        .extracting(UnwindInfo.Entry::encoding)
        .containsExactly(0x0200_0000, 0x0400_0000, 7, 8);
    assertThat(entries.get(1).fileStart()).isEqualTo(FILE + 0x70);
    assertThat(entries.get(1).fileEnd()).isEqualTo(FILE + 0x74);
    assertThat(info.languageData()).containsExactly(BASE + 0x5000);
    assertThat(info.languageDataFunctions()).containsExactly(BASE + 0x1010);
    assertThat(diagnostics.list()).isEmpty();
  }

  @Test
  void namesAllBytes() {
    UnwindInfo info = read(sound(), new Diagnostics());
    assertThat(IntStream.range(0, info.pieceCount()).mapToObj(info::piece))
        .startsWith(
            UnwindPiece.HEADER,
            UnwindPiece.COMMON_ENCODINGS,
            UnwindPiece.PERSONALITIES,
            UnwindPiece.INDEX)
        .contains(UnwindPiece.PAGE_HEADER, UnwindPiece.PAGE_ENCODINGS, UnwindPiece.LANGUAGE_DATA);
    long sum =
        IntStream.range(0, info.pieceCount())
            .mapToLong(i -> info.fileEnd(i) - info.fileStart(i))
            .sum();
    assertThat(sum).as("all but the gaps before pages").isEqualTo(sound().size() - 16 - 24);
  }

  @Test
  void aTableCutAnywhereIsReadAsFarAsItGoes() {
    byte[] whole = sound().array();
    for (int size = 0; size < whole.length; size++) {
      ByteWriter cut = new ByteWriter().raw(Arrays.copyOf(whole, size));
      UnwindInfo info = read(cut, new Diagnostics());
      for (int i = 0; i < info.pieceCount(); i++) {
        assertThat(info.fileEnd(i)).isLessThanOrEqualTo(FILE + size);
      }
    }
  }

  @Test
  void pagesThatGoBackAreNotReadTwice() {
    ByteWriter table = new ByteWriter();
    table.u32(1).u32(28).u32(0).u32(28).u32(0).u32(28).u32(3);
    table.u32(0x1000).u32(0x40).u32(0);
    table.u32(0x2000).u32(0x40).u32(0);
    table.u32(0x3000).u32(0).u32(0);
    table.padTo(0x40).u32(2).u16(8).u16(1).u32(0x1000).u32(1);
    Diagnostics diagnostics = new Diagnostics();
    assertThat(read(table, diagnostics).entries()).hasSize(1);
    assertThat(diagnostics.list()).singleElement().asString().contains("ascending");
  }
}
