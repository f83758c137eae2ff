package dev.weighbridge.packages;

import dev.weighbridge.formats.packages.entries.Region;

/** Opens each binary of a package for somebody. */
record VisitQuestion(BinaryOpener opener, BinaryVisitor visitor) implements EntryQuestion {
  @Override
  public void ask(int entry, String name, Region binary) {
    visitor.binary(entry, opener.open(name, binary.bytes()), new EntryShares(binary.shares()));
  }

  @Override
  public void withdraw(int first) {
    visitor.withdraw(first);
  }
}
