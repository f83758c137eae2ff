package dev.weighbridge.formats.unwind;

import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_omit;

import dev.weighbridge.formats.bytes.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the exception tables of single functions: header, call sites, actions, types.
 *
 * <p>The layout is GCC's, as its personality routines read it ({@code parse_lsda_header} in {@code
 * libgcc/unwind-c.c} and {@code libstdc++-v3/libsupc++/eh_personality.cc}); the Itanium C++ ABI
 * (exception handling, 7) outlines it. Types lie below the type base and exception specifications
 * above it, so no one length says where a table ends.
 */
final class LanguageDataReader {
  /** {@link #end}: the table breaks the rules. */
  static final long MALFORMED = -1;

  private static final int ALIGNMENT = 4;

  private final Window window;
  private final Pointers pointers;
  private long landingPadStart;
  private long typeBase;
  private int callSiteEncoding;
  private long callSitesStart;
  private long callSitesEnd;
  private long maxAction;

  LanguageDataReader(UnwindSection section) {
    window = new Window(section.bytes(), section.fileStart(), section.fileEnd());
    pointers = new Pointers(window, section, section.pointers().dataBase());
  }

  /**
   * The true end of the table at a position, or {@link #MALFORMED}.
   *
   * @param limit where it ends at the latest: the next table or the end of the section
   */
  long end(long start, long limit) {
    if (!readHeader(start, limit)) {
      return MALFORMED;
    }
    long least = Math.max(callSitesEnd, typeBase);
    if (least == limit || (typeBase < 0 && isPadding(least, limit))) {
      return least;
    }
    readMaxAction();
    if (maxAction == 0) {
      return window.isOverrun() ? MALFORMED : least;
    }
    long behind = endBehindActions(limit);
    return behind == MALFORMED ? MALFORMED : Math.max(least, behind);
  }

  /** The call sites of the table at a position, as far as they can be read. */
  List<CallSite> callSites(long start, long limit, long function) {
    List<CallSite> sites = new ArrayList<>();
    if (!readHeader(start, limit)) {
      return sites;
    }
    long padBase = landingPadStart == Pointers.UNKNOWN ? function : landingPadStart;
    window.reset(callSitesStart, callSitesEnd);
    while (window.remaining() > 0) {
      long first = function + pointers.number(callSiteEncoding);
      long length = pointers.number(callSiteEncoding);
      long pad = pointers.number(callSiteEncoding);
      long action = window.uleb128();
      if (window.isOverrun()) {
        break;
      }
      long padAddress = pad == 0 ? Pointers.UNKNOWN : padBase + pad;
      sites.add(new CallSite(first, first + length, padAddress, action));
    }
    return sites;
  }

  private boolean readHeader(long start, long limit) {
    window.reset(start, limit);
    landingPadStart = pointers.read(window.u8(), Pointers.UNKNOWN);
    typeBase = -1;
    if (window.u8() != DW_EH_PE_omit) {
      long distance = window.uleb128();
      typeBase = distance < 0 ? Long.MAX_VALUE : window.position() + distance;
    }
    callSiteEncoding = window.u8();
    long length = window.uleb128();
    callSitesStart = window.position();
    callSitesEnd = callSitesStart + length;
    return !window.isOverrun()
        && length >= 0
        && callSitesEnd >= callSitesStart
        && callSitesEnd <= limit
        && typeBase <= limit;
  }

  /** Without types there is nothing that actions could name, so a few zeros are no actions. */
  private boolean isPadding(long start, long limit) {
    if (limit - start >= ALIGNMENT) {
      return false;
    }
    window.reset(start, limit);
    int any = 0;
    while (window.remaining() > 0) {
      any |= window.u8();
    }
    return any == 0;
  }

  private void readMaxAction() {
    maxAction = 0;
    window.reset(callSitesStart, callSitesEnd);
    while (window.remaining() > 0) {
      passNumber();
      passNumber();
      passNumber();
      maxAction = Math.max(maxAction, window.uleb128());
      if (window.isOverrun()) {
        return;
      }
    }
  }

  private void passNumber() {
    if (callSiteEncoding == PointerEncoding.DW_EH_PE_uleb128) {
      window.passLeb128();
    } else {
      pointers.number(callSiteEncoding);
    }
  }

  /** Reads the action records in their order up to the last one that anything leads to. */
  private long endBehindActions(long limit) {
    window.reset(callSitesEnd, limit);
    long lastRecord = callSitesEnd + maxAction - 1;
    if (lastRecord < callSitesEnd || lastRecord >= limit) {
      return MALFORMED;
    }
    long lowestFilter = 0;
    while (window.position() <= lastRecord) {
      lowestFilter = Math.min(lowestFilter, window.sleb128());
      long place = window.position();
      long next = window.sleb128();
      if (next > 0 && next < limit - place) {
        lastRecord = Math.max(lastRecord, place + next);
      }
      if (window.isOverrun()) {
        return MALFORMED;
      }
    }
    long actionsEnd = window.position();
    return lowestFilter < 0 && typeBase >= 0 ? specificationEnd(lowestFilter, limit) : actionsEnd;
  }

  /** End of the exception specification that reaches furthest: a list of LEB128 that ends in 0. */
  private long specificationEnd(long filter, long limit) {
    long start = typeBase - filter - 1;
    if (start < typeBase || start >= limit) {
      return MALFORMED;
    }
    window.reset(start, limit);
    while (window.uleb128() != 0) {
      // The entries themselves do not matter here.
    }
    return window.isOverrun() ? MALFORMED : window.position();
  }
}
