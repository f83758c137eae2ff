package dev.weighbridge.formats.elf;

import java.util.List;

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
    members = List.copyOf(members);
  }
}
