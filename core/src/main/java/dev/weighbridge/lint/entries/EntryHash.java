package dev.weighbridge.lint.entries;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_call_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_decl_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_sibling;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_exprloc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_udata;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnit;

/**
 * Numbers for entries of debug information that are equal if the entries say the same: whatever the
 * forms, and wherever what they refer to lies. Entries that do not may have one number, too.
 */
final class EntryHash {
  private static final long START = 0x9E3779B97F4A7C15L;

  /** What is hashed at most of a name. */
  private static final int NAME = 256;

  private final LongIntMap known = new LongIntMap();
  private final LongColumn texts = new LongColumn(0);

  EntryHash() {}

  /** Whether a form refers to an entry by its place in the file. */
  static boolean isReference(int form) {
    return switch (form) {
      case DW_FORM_ref1,
          DW_FORM_ref2,
          DW_FORM_ref4,
          DW_FORM_ref8,
          DW_FORM_ref_udata,
          DW_FORM_ref_addr ->
          true;
      default -> false;
    };
  }

  /** Takes one more number into a hash. */
  static long mix(long hash, long number) {
    long mixed = (hash ^ number) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 29);
  }

  /** What an entry says of itself; what it refers to does not count. */
  long of(DwarfUnit unit, int tag, Attributes attributes) {
    long hash = mix(START, tag);
    for (int i = 0; i < attributes.count(); i++) {
      int name = attributes.name(i);
      int form = attributes.form(i);
      if (name == DW_AT_sibling || name == DW_AT_decl_file || name == DW_AT_call_file) {
        // Where the next entry is, and numbers of files, which each unit has of its own.
        continue;
      }
      hash = mix(hash, name);
      if (DwarfUnit.isText(form)) {
        hash = mix(hash, text(unit, unit.text(form, attributes.value(i))));
      } else if (DwarfUnit.isAddress(form)) {
        hash = mix(hash, unit.address(form, attributes.value(i)));
      } else if (isBlock(form)) {
        hash = mix(hash, block(unit, attributes.value(i), attributes.length(i)));
      } else if (!isReference(form)) {
        hash = mix(hash, attributes.value(i));
      }
    }
    return hash;
  }

  private static boolean isBlock(int form) {
    return switch (form) {
      case DW_FORM_block, DW_FORM_block1, DW_FORM_block2, DW_FORM_block4, DW_FORM_exprloc -> true;
      default -> false;
    };
  }

  /** Names are hashed by their letters: one that is there twice is one name. */
  private long text(DwarfUnit of, long reference) {
    if (reference == DwarfTexts.NONE) {
      return 0;
    }
    if (DwarfTexts.section(reference) == of.header().section()) {
      return hash(of.texts(), reference);
    }
    int index = known.putIfAbsent(reference & Long.MAX_VALUE, texts.count());
    if (index < 0) {
      index = texts.count();
      texts.add(hash(of.texts(), reference));
    }
    return texts.get(index);
  }

  private static long hash(DwarfTexts texts, long reference) {
    long start = DwarfTexts.offset(reference);
    int length = Math.min(NAME, texts.length(reference));
    return hash(texts.bytes(reference), start, start + length);
  }

  /** An operation that may refer to an entry makes the block count by its length alone. */
  private static long block(DwarfUnit unit, long start, long length) {
    Bytes section = unit.sections().bytes(unit.header().section());
    long end = Math.min(section.length(), start + length);
    for (long at = start; at < end; at++) {
      if (mayRefer(section.u8(at))) {
        return length;
      }
    }
    return hash(section, start, end);
  }

  /** Calls, typed operations, implicit pointers, and those of GNU. DWARF 5, 7.7.1. */
  private static boolean mayRefer(int operation) {
    return (operation >= 0x98 && operation <= 0x9a)
        || (operation >= 0xa0 && operation <= 0xa9)
        || (operation >= 0xf2 && operation <= 0xfd);
  }

  private static long hash(Bytes bytes, long start, long end) {
    long hash = mix(START, end - start);
    for (long at = start; at < end; at++) {
      hash = hash * 31 + bytes.u8(at);
    }
    return mix(hash, 0);
  }
}
