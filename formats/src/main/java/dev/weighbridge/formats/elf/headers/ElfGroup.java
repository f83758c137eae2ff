package dev.weighbridge.formats.elf.headers;

import static dev.weighbridge.formats.elf.headers.ElfConstants.GRP_COMDAT;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GROUP;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sections of a relocatable file that the linker keeps or drops together: {@code SHT_GROUP}. gabi
 * 4, section groups.
 *
 * @param section row of the group's own section
 * @param isComdat whether groups of one signature are one: {@code GRP_COMDAT}
 * @param signature row in {@code .symtab} of the symbol that names the group
 * @param members rows of the member sections
 * @param fileStart first byte in the file
 * @param fileEnd end in the file, exclusive
 */
public record ElfGroup(
    int section,
    boolean isComdat,
    int signature,
    List<Integer> members,
    long fileStart,
    long fileEnd) {

  /** Copies the list. */
  public ElfGroup {
    Objects.requireNonNull(members, "members");
    members = List.copyOf(members);
  }

  /** The groups in the order of their sections. */
  public static List<ElfGroup> read(ElfImage image) {
    Objects.requireNonNull(image, "image");
    List<ElfGroup> groups = new ArrayList<>();
    Allowance allowance = new Allowance(image.file().length() / 4);
    for (ElfSection section : image.sections()) {
      if (section.type() == SHT_GROUP) {
        int words = (int) allowance.take(image.rows(section, 4));
        groups.add(read(image.file(), section, image.start(section), words));
      }
    }
    return List.copyOf(groups);
  }

  private static ElfGroup read(Bytes file, ElfSection section, long start, int words) {
    List<Integer> members = new ArrayList<>();
    for (int i = 1; i < words; i++) {
      members.add(file.i32(start + 4L * i));
    }
    boolean isComdat = words > 0 && (file.i32(start) & GRP_COMDAT) != 0;
    return new ElfGroup(
        section.index(), isComdat, section.info(), members, start, start + 4L * words);
  }
}
