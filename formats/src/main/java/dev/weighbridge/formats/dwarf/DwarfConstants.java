package dev.weighbridge.formats.dwarf;

/**
 * Constants of DWARF in the spelling of the standard, as far as this library reads them.
 *
 * <p>Numbers that are not here stay raw wherever they are met.
 */
public final class DwarfConstants {

  // Unit types. DWARF 5, 7.5.1.
  public static final int DW_UT_compile = 1;
  public static final int DW_UT_type = 2;
  public static final int DW_UT_partial = 3;
  public static final int DW_UT_skeleton = 4;
  public static final int DW_UT_split_compile = 5;
  public static final int DW_UT_split_type = 6;

  // Tags of entries. DWARF 5, 7.5.3; the GNU ones are those of gcc.
  public static final int DW_TAG_array_type = 1;
  public static final int DW_TAG_class_type = 2;
  public static final int DW_TAG_entry_point = 3;
  public static final int DW_TAG_enumeration_type = 4;
  public static final int DW_TAG_formal_parameter = 5;
  public static final int DW_TAG_imported_declaration = 8;
  public static final int DW_TAG_label = 0xa;
  public static final int DW_TAG_lexical_block = 0xb;
  public static final int DW_TAG_member = 0xd;
  public static final int DW_TAG_pointer_type = 0xf;
  public static final int DW_TAG_reference_type = 0x10;
  public static final int DW_TAG_compile_unit = 0x11;
  public static final int DW_TAG_string_type = 0x12;
  public static final int DW_TAG_structure_type = 0x13;
  public static final int DW_TAG_subroutine_type = 0x15;
  public static final int DW_TAG_typedef = 0x16;
  public static final int DW_TAG_union_type = 0x17;
  public static final int DW_TAG_unspecified_parameters = 0x18;
  public static final int DW_TAG_variant = 0x19;
  public static final int DW_TAG_common_block = 0x1a;
  public static final int DW_TAG_common_inclusion = 0x1b;
  public static final int DW_TAG_inheritance = 0x1c;
  public static final int DW_TAG_inlined_subroutine = 0x1d;
  public static final int DW_TAG_module = 0x1e;
  public static final int DW_TAG_ptr_to_member_type = 0x1f;
  public static final int DW_TAG_set_type = 0x20;
  public static final int DW_TAG_subrange_type = 0x21;
  public static final int DW_TAG_with_stmt = 0x22;
  public static final int DW_TAG_access_declaration = 0x23;
  public static final int DW_TAG_base_type = 0x24;
  public static final int DW_TAG_catch_block = 0x25;
  public static final int DW_TAG_const_type = 0x26;
  public static final int DW_TAG_constant = 0x27;
  public static final int DW_TAG_enumerator = 0x28;
  public static final int DW_TAG_file_type = 0x29;
  public static final int DW_TAG_friend = 0x2a;
  public static final int DW_TAG_namelist = 0x2b;
  public static final int DW_TAG_namelist_item = 0x2c;
  public static final int DW_TAG_packed_type = 0x2d;
  public static final int DW_TAG_subprogram = 0x2e;
  public static final int DW_TAG_template_type_parameter = 0x2f;
  public static final int DW_TAG_template_value_parameter = 0x30;
  public static final int DW_TAG_thrown_type = 0x31;
  public static final int DW_TAG_try_block = 0x32;
  public static final int DW_TAG_variant_part = 0x33;
  public static final int DW_TAG_variable = 0x34;
  public static final int DW_TAG_volatile_type = 0x35;
  public static final int DW_TAG_dwarf_procedure = 0x36;
  public static final int DW_TAG_restrict_type = 0x37;
  public static final int DW_TAG_interface_type = 0x38;
  public static final int DW_TAG_namespace = 0x39;
  public static final int DW_TAG_imported_module = 0x3a;
  public static final int DW_TAG_unspecified_type = 0x3b;
  public static final int DW_TAG_partial_unit = 0x3c;
  public static final int DW_TAG_imported_unit = 0x3d;
  public static final int DW_TAG_condition = 0x3f;
  public static final int DW_TAG_shared_type = 0x40;
  public static final int DW_TAG_type_unit = 0x41;
  public static final int DW_TAG_rvalue_reference_type = 0x42;
  public static final int DW_TAG_template_alias = 0x43;
  public static final int DW_TAG_coarray_type = 0x44;
  public static final int DW_TAG_generic_subrange = 0x45;
  public static final int DW_TAG_dynamic_type = 0x46;
  public static final int DW_TAG_atomic_type = 0x47;
  public static final int DW_TAG_call_site = 0x48;
  public static final int DW_TAG_call_site_parameter = 0x49;
  public static final int DW_TAG_skeleton_unit = 0x4a;
  public static final int DW_TAG_immutable_type = 0x4b;
  public static final int DW_TAG_GNU_template_parameter_pack = 0x4107;
  public static final int DW_TAG_GNU_formal_parameter_pack = 0x4108;
  public static final int DW_TAG_GNU_call_site = 0x4109;
  public static final int DW_TAG_GNU_call_site_parameter = 0x410a;

  // Attributes: those that this library reads, and the commonest others. DWARF 5, 7.5.4.
  public static final int DW_AT_sibling = 1;
  public static final int DW_AT_location = 2;
  public static final int DW_AT_name = 3;
  public static final int DW_AT_byte_size = 0xb;
  public static final int DW_AT_stmt_list = 0x10;
  public static final int DW_AT_low_pc = 0x11;
  public static final int DW_AT_high_pc = 0x12;
  public static final int DW_AT_language = 0x13;
  public static final int DW_AT_import = 0x18;
  public static final int DW_AT_string_length = 0x19;
  public static final int DW_AT_comp_dir = 0x1b;
  public static final int DW_AT_const_value = 0x1c;
  public static final int DW_AT_inline = 0x20;
  public static final int DW_AT_lower_bound = 0x22;
  public static final int DW_AT_producer = 0x25;
  public static final int DW_AT_return_addr = 0x2a;
  public static final int DW_AT_start_scope = 0x2c;
  public static final int DW_AT_upper_bound = 0x2f;
  public static final int DW_AT_abstract_origin = 0x31;
  public static final int DW_AT_count = 0x37;
  public static final int DW_AT_data_member_location = 0x38;
  public static final int DW_AT_decl_column = 0x39;
  public static final int DW_AT_decl_file = 0x3a;
  public static final int DW_AT_decl_line = 0x3b;
  public static final int DW_AT_declaration = 0x3c;
  public static final int DW_AT_external = 0x3f;
  public static final int DW_AT_frame_base = 0x40;
  public static final int DW_AT_macro_info = 0x43;
  public static final int DW_AT_segment = 0x46;
  public static final int DW_AT_specification = 0x47;
  public static final int DW_AT_static_link = 0x48;
  public static final int DW_AT_type = 0x49;
  public static final int DW_AT_use_location = 0x4a;
  public static final int DW_AT_vtable_elem_location = 0x4d;
  public static final int DW_AT_data_location = 0x50;
  public static final int DW_AT_entry_pc = 0x52;
  public static final int DW_AT_ranges = 0x55;
  public static final int DW_AT_call_column = 0x57;
  public static final int DW_AT_call_file = 0x58;
  public static final int DW_AT_call_line = 0x59;
  public static final int DW_AT_signature = 0x69;
  public static final int DW_AT_main_subprogram = 0x6a;
  public static final int DW_AT_linkage_name = 0x6e;
  public static final int DW_AT_str_offsets_base = 0x72;
  public static final int DW_AT_addr_base = 0x73;
  public static final int DW_AT_rnglists_base = 0x74;
  public static final int DW_AT_dwo_name = 0x76;
  public static final int DW_AT_macros = 0x79;
  public static final int DW_AT_loclists_base = 0x8c;
  public static final int DW_AT_MIPS_linkage_name = 0x2007;
  public static final int DW_AT_GNU_call_site_value = 0x2111;
  public static final int DW_AT_GNU_macros = 0x2119;
  public static final int DW_AT_GNU_dwo_name = 0x2130;
  public static final int DW_AT_GNU_dwo_id = 0x2131;
  public static final int DW_AT_GNU_ranges_base = 0x2132;
  public static final int DW_AT_GNU_addr_base = 0x2133;
  public static final int DW_AT_GNU_pubnames = 0x2134;
  public static final int DW_AT_GNU_pubtypes = 0x2135;
  public static final int DW_AT_GNU_locviews = 0x2137;
  public static final int DW_AT_GNU_entry_view = 0x2138;

  // Forms of attributes. DWARF 5, 7.5.6; the GNU ones: wiki DebugFission and dwz.
  public static final int DW_FORM_addr = 1;
  public static final int DW_FORM_block2 = 3;
  public static final int DW_FORM_block4 = 4;
  public static final int DW_FORM_data2 = 5;
  public static final int DW_FORM_data4 = 6;
  public static final int DW_FORM_data8 = 7;
  public static final int DW_FORM_string = 8;
  public static final int DW_FORM_block = 9;
  public static final int DW_FORM_block1 = 0xa;
  public static final int DW_FORM_data1 = 0xb;
  public static final int DW_FORM_flag = 0xc;
  public static final int DW_FORM_sdata = 0xd;
  public static final int DW_FORM_strp = 0xe;
  public static final int DW_FORM_udata = 0xf;
  public static final int DW_FORM_ref_addr = 0x10;
  public static final int DW_FORM_ref1 = 0x11;
  public static final int DW_FORM_ref2 = 0x12;
  public static final int DW_FORM_ref4 = 0x13;
  public static final int DW_FORM_ref8 = 0x14;
  public static final int DW_FORM_ref_udata = 0x15;
  public static final int DW_FORM_indirect = 0x16;
  public static final int DW_FORM_sec_offset = 0x17;
  public static final int DW_FORM_exprloc = 0x18;
  public static final int DW_FORM_flag_present = 0x19;
  public static final int DW_FORM_strx = 0x1a;
  public static final int DW_FORM_addrx = 0x1b;
  public static final int DW_FORM_ref_sup4 = 0x1c;
  public static final int DW_FORM_strp_sup = 0x1d;
  public static final int DW_FORM_data16 = 0x1e;
  public static final int DW_FORM_line_strp = 0x1f;
  public static final int DW_FORM_ref_sig8 = 0x20;
  public static final int DW_FORM_implicit_const = 0x21;
  public static final int DW_FORM_loclistx = 0x22;
  public static final int DW_FORM_rnglistx = 0x23;
  public static final int DW_FORM_ref_sup8 = 0x24;
  public static final int DW_FORM_strx1 = 0x25;
  public static final int DW_FORM_strx2 = 0x26;
  public static final int DW_FORM_strx3 = 0x27;
  public static final int DW_FORM_strx4 = 0x28;
  public static final int DW_FORM_addrx1 = 0x29;
  public static final int DW_FORM_addrx2 = 0x2a;
  public static final int DW_FORM_addrx3 = 0x2b;
  public static final int DW_FORM_addrx4 = 0x2c;
  public static final int DW_FORM_GNU_addr_index = 0x1f01;
  public static final int DW_FORM_GNU_str_index = 0x1f02;
  public static final int DW_FORM_GNU_ref_alt = 0x1f20;
  public static final int DW_FORM_GNU_strp_alt = 0x1f21;

  // Operations of expressions that say where a variable is. DWARF 5, 7.7.1; the GNU one: wiki
  // DebugFission.
  public static final int DW_OP_addr = 3;
  public static final int DW_OP_plus_uconst = 0x23;
  public static final int DW_OP_addrx = 0xa1;
  public static final int DW_OP_GNU_addr_index = 0xfb;

  // Standard opcodes of line programs. DWARF 5, 6.2.5.2.
  public static final int DW_LNS_copy = 1;
  public static final int DW_LNS_advance_pc = 2;
  public static final int DW_LNS_advance_line = 3;
  public static final int DW_LNS_set_file = 4;
  public static final int DW_LNS_set_column = 5;
  public static final int DW_LNS_negate_stmt = 6;
  public static final int DW_LNS_set_basic_block = 7;
  public static final int DW_LNS_const_add_pc = 8;
  public static final int DW_LNS_fixed_advance_pc = 9;
  public static final int DW_LNS_set_prologue_end = 0xa;
  public static final int DW_LNS_set_epilogue_begin = 0xb;
  public static final int DW_LNS_set_isa = 0xc;

  // Extended opcodes of line programs. DWARF 5, 6.2.5.3.
  public static final int DW_LNE_end_sequence = 1;
  public static final int DW_LNE_set_address = 2;
  public static final int DW_LNE_define_file = 3;
  public static final int DW_LNE_set_discriminator = 4;

  // What a column of file names of a line program holds. DWARF 5, 6.2.4.1.
  public static final int DW_LNCT_path = 1;
  public static final int DW_LNCT_directory_index = 2;
  public static final int DW_LNCT_timestamp = 3;
  public static final int DW_LNCT_size = 4;
  public static final int DW_LNCT_MD5 = 5;
  public static final int DW_LNCT_LLVM_source = 0x2001;

  // Entries of range lists of version 5. DWARF 5, 2.17.3.
  public static final int DW_RLE_end_of_list = 0;
  public static final int DW_RLE_base_addressx = 1;
  public static final int DW_RLE_startx_endx = 2;
  public static final int DW_RLE_startx_length = 3;
  public static final int DW_RLE_offset_pair = 4;
  public static final int DW_RLE_base_address = 5;
  public static final int DW_RLE_start_end = 6;
  public static final int DW_RLE_start_length = 7;

  // Entries of location lists of version 5. DWARF 5, 2.6.2; GNU_view_pair as gcc might write it.
  public static final int DW_LLE_end_of_list = 0;
  public static final int DW_LLE_base_addressx = 1;
  public static final int DW_LLE_startx_endx = 2;
  public static final int DW_LLE_startx_length = 3;
  public static final int DW_LLE_offset_pair = 4;
  public static final int DW_LLE_default_location = 5;
  public static final int DW_LLE_base_address = 6;
  public static final int DW_LLE_start_end = 7;
  public static final int DW_LLE_start_length = 8;
  public static final int DW_LLE_GNU_view_pair = 9;

  // Entries of location lists in split units of version 4. Wiki "DebugFission".
  public static final int DW_LLE_GNU_end_of_list_entry = 0;
  public static final int DW_LLE_GNU_base_address_selection_entry = 1;
  public static final int DW_LLE_GNU_start_end_entry = 2;
  public static final int DW_LLE_GNU_start_length_entry = 3;
  public static final int DW_LLE_GNU_offset_pair_entry = 4;

  private DwarfConstants() {}
}
