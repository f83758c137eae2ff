package dev.weighbridge.attribution.claim;

import java.util.Set;

/**
 * Names that linkers give to borders. Such a symbol has an address but stands for nothing at it, so
 * it never owns the bytes that happen to follow.
 */
final class LinkerMarks {
  private static final Set<String> NAMES =
      Set.of(
          "_GLOBAL_OFFSET_TABLE_",
          "_DYNAMIC",
          "_PROCEDURE_LINKAGE_TABLE_",
          "__GNU_EH_FRAME_HDR",
          "__TMC_END__",
          "__bss_start",
          "__bss_start__",
          "__bss_end__",
          "_bss_end__",
          "__data_start",
          "data_start",
          "_edata",
          "edata",
          "__end__",
          "_end",
          "end",
          "_etext",
          "etext",
          "__etext",
          "__executable_start",
          "__text_start",
          "__init_array_start",
          "__init_array_end",
          "__fini_array_start",
          "__fini_array_end",
          "__preinit_array_start",
          "__preinit_array_end",
          "__rela_iplt_start",
          "__rela_iplt_end",
          "__ehdr_start",
          "__exidx_start",
          "__exidx_end",
          "__rel_iplt_start",
          "__rel_iplt_end",
          "__bss_end",
          "_stext",
          "__stext",
          "__erodata",
          "__srodata",
          "__sdata",
          "__edata",
          "__sidata",
          "__sbss",
          "__ebss",
          "__sheap",
          "_stack_start",
          "__veneer_base",
          "__veneer_limit",
          "__global_pointer$");

  /** With the name of a section behind it: where that begins or ends. */
  private static final String[] BEGINNINGS = {"__start_", "__stop_", "section$", "segment$"};

  private LinkerMarks() {}

  /** Whether a name marks a border. */
  static boolean contains(String name) {
    if (NAMES.contains(name)) {
      return true;
    }
    for (String beginning : BEGINNINGS) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
