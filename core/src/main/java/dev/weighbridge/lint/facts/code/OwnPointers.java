package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.work.Work;

/**
 * Slots of the ELF global offset table that point into the program itself.
 *
 * <p>A compiler reaches another object's symbols through such slots because it cannot know where
 * they will be. What it optimised together, it reaches directly. So many of them mean that crates
 * were compiled apart; none, in a file that has other slots, that they were not.
 *
 * @param own slots that hold an address of this file
 * @param all slots that are filled in at load time
 * @param fileStart file offset of the table, -1 if there is none
 * @param fileSize its bytes
 */
public record OwnPointers(int own, int all, long fileStart, long fileSize) {
  private static final DerivedKey<OwnPointers> KEY = new Key();
  private static final OwnPointers NONE = new OwnPointers(0, 0, -1, 0);

  private record Key() implements DerivedKey<OwnPointers> {
    @Override
    public String name() {
      return "pointers into the program";
    }

    @Override
    public OwnPointers derive(Attribution attribution, Work work) {
      return OwnPointers.count(attribution);
    }
  }

  /** The slots of a file. */
  public static OwnPointers of(Attribution attribution) {
    return attribution.get(KEY);
  }

  private static OwnPointers count(Attribution attribution) {
    if (!attribution.file().format().equals("ELF")) {
      return NONE;
    }
    BinaryImage image = attribution.file().images().get(0);
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.name().equals(".got")) {
        return count(image, section);
      }
    }
    return NONE;
  }

  private static OwnPointers count(BinaryImage image, Section got) {
    RelocationTable relocations = image.relocations();
    int own = 0;
    int all = 0;
    for (int row = 0; row < relocations.count(); row++) {
      long inside = relocations.place(row) - got.address();
      if (inside >= 0 && inside < got.memorySize()) {
        all++;
        if (relocations.symbol(row) < 0 && relocations.target(row) >= 0) {
          own++;
        }
      }
    }
    return new OwnPointers(own, all, got.fileStart(), got.fileEnd() - got.fileStart());
  }
}
