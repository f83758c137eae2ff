package dev.weighbridge.lint.entries;

/**
 * Sums over the entries of the debug information in an ELF file: what is there again in another
 * unit, and what would stay of it if there were less.
 *
 * @param repeatedBytes bytes of entries that a unit before has, too, with all below them: types,
 *     declarations, constants. Entries that cannot be told apart for sure count as equal, so that
 *     there are no more
 * @param repeatedTrees how many trees of entries that is
 * @param referenceBytes what references between entries take beyond a byte each
 * @param inlinedBytes bytes of what compilers of LLVM say of inlined code, with its lists of
 *     ranges; they say so even if asked for lines alone
 * @param skeletonBytes what at least would stay in the program for units that are put into files of
 *     their own
 * @param lineHeaderBytes bytes of the headers of line programs, which name all files that a unit
 *     refers to, also those of types only
 * @param hasTypeUnits whether types of version 5 have units of their own
 * @param isSplit whether units are in files of their own already
 * @param isWhole whether all entries could be read
 */
public record DebugEntries(
    long repeatedBytes,
    int repeatedTrees,
    long referenceBytes,
    long inlinedBytes,
    long skeletonBytes,
    long lineHeaderBytes,
    boolean hasTypeUnits,
    boolean isSplit,
    boolean isWhole) {}
