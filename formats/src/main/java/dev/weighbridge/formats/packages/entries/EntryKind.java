package dev.weighbridge.formats.packages.entries;

/** What an entry of a package is. */
public enum EntryKind {
  /** A file with its contents. */
  FILE,
  /** A file of which only some parts are stored, the rest being zeros; it is not put together. */
  SPARSE_FILE,
  /** A directory. */
  DIRECTORY,
  /** A name that stands for another path. */
  SYMBOLIC_LINK,
  /** Another name of a file whose contents are at another entry. */
  HARD_LINK,
  /** A device, pipe or socket. */
  DEVICE,
  /** Anything else. */
  OTHER
}
