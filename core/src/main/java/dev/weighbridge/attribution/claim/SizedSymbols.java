package dev.weighbridge.attribution.claim;

import dev.weighbridge.attribution.Evidence;

/** The rung of symbols that say how long they are; codes are symbol rows. */
final class SizedSymbols implements Rung {
  private static final int STATED = Evidence.pair(Evidence.SYMBOL, Evidence.SYMBOL);

  private final SymbolOwnership ownership;

  SizedSymbols(SymbolOwnership ownership) {
    this.ownership = ownership;
  }

  @Override
  public void claim(Claims claims) {
    for (int row : ownership.byPlace()) {
      long place = ownership.place(row);
      claims.add(place, place + ownership.length(row), row);
    }
  }

  @Override
  public int evidence(int code) {
    return STATED;
  }

  @Override
  public String why(int code) {
    return "a symbol with a size";
  }
}
