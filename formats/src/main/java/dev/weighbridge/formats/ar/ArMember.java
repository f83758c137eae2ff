package dev.weighbridge.formats.ar;

import java.util.Objects;

/**
 * One member of an archive.
 *
 * @param index its number, from 0, members that are no files included
 * @param name its name, long ones resolved; of a member that is no file, as its header has it
 * @param role what it is there for
 * @param fileStart first byte of its header, counted from the start of the archive
 * @param contentStart first byte of its content; of BSD archives, behind the name that may be there
 * @param fileEnd end of its content, exclusive, clipped to the archive
 * @param statedSize bytes behind the header as that says, a BSD name included
 * @param modified seconds since 1970, or -1 if not stated; tools that make the same archive again
 *     and again write 0
 * @param userId its owner, or -1 if not stated
 * @param groupId its owner's group, or -1 if not stated
 * @param mode its permissions, or -1 if not stated
 */
public record ArMember(
    int index,
    String name,
    ArRole role,
    long fileStart,
    long contentStart,
    long fileEnd,
    long statedSize,
    long modified,
    long userId,
    long groupId,
    long mode) {
  /** Refuses null. */
  public ArMember {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
  }
}
