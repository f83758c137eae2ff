meta:
  id: macho_rows
  title: Header rows of the Mach-O format and of universal files
  license: Apache-2.0
  endian:
    switch-on: is_little_endian
    cases:
      true: le
      false: be
doc: |
  One fixed-size row of a Mach-O file: a header, or what follows the first eight bytes of a load
  command. The caller computes where a row lies and hands over a window of exactly that row; nothing
  here seeks, repeats or allocates by a count of the file.
doc-ref: mach-o/loader.h and mach-o/fat.h
params:
  - id: is_little_endian
    type: bool
  - id: is_64_bit
    type: bool
  - id: row
    type: u1
    doc: The number of the row type, in the order of the cases below.
seq:
  - id: body
    type:
      switch-on: row
      cases:
        0: mach_header
        1: load_command
        2: segment
        3: section
        4: symtab
        5: dysymtab
        6: link_edit_data
        7: dyld_info
        8: dylib
        9: number
        10: uuid
        11: version_min
        12: build_version
        13: build_tool
        14: source_version
        15: entry_point
        16: encryption_info
        17: routines
        18: note
        19: fileset_entry
        20: fat_header
        21: fat_arch
types:
  word:
    doc: A field of address size.
    seq:
      - id: value_32
        type: u4
        if: not _root.is_64_bit
      - id: value_64
        type: u8
        if: _root.is_64_bit
  mach_header:
    doc-ref: loader.h, struct mach_header, struct mach_header_64
    seq:
      - id: magic
        -orig-id: magic
        type: u4
        doc-ref: loader.h
      - id: cpu_type
        -orig-id: cputype
        type: u4
        doc-ref: loader.h
      - id: cpu_subtype
        -orig-id: cpusubtype
        type: u4
        doc-ref: loader.h
      - id: file_type
        -orig-id: filetype
        type: u4
        doc-ref: loader.h
      - id: command_count
        -orig-id: ncmds
        type: u4
        doc-ref: loader.h
      - id: commands_size
        -orig-id: sizeofcmds
        type: u4
        doc-ref: loader.h
      - id: flags
        -orig-id: flags
        type: u4
        doc-ref: loader.h
  load_command:
    doc-ref: loader.h, struct load_command
    seq:
      - id: command
        -orig-id: cmd
        type: u4
        doc-ref: loader.h
      - id: size
        -orig-id: cmdsize
        type: u4
        doc-ref: loader.h
  segment:
    doc-ref: loader.h, struct segment_command, struct segment_command_64
    seq:
      - id: name
        -orig-id: segname
        size: 16
        doc-ref: loader.h
      - id: address
        -orig-id: vmaddr
        type: word
        doc-ref: loader.h
      - id: memory_size
        -orig-id: vmsize
        type: word
        doc-ref: loader.h
      - id: offset
        -orig-id: fileoff
        type: word
        doc-ref: loader.h
      - id: file_size
        -orig-id: filesize
        type: word
        doc-ref: loader.h
      - id: maximum_protection
        -orig-id: maxprot
        type: u4
        doc-ref: loader.h
      - id: initial_protection
        -orig-id: initprot
        type: u4
        doc-ref: loader.h
      - id: section_count
        -orig-id: nsects
        type: u4
        doc-ref: loader.h
      - id: flags
        -orig-id: flags
        type: u4
        doc-ref: loader.h
  section:
    doc-ref: loader.h, struct section, struct section_64
    seq:
      - id: name
        -orig-id: sectname
        size: 16
        doc-ref: loader.h
      - id: segment_name
        -orig-id: segname
        size: 16
        doc-ref: loader.h
      - id: address
        -orig-id: addr
        type: word
        doc-ref: loader.h
      - id: size
        -orig-id: size
        type: word
        doc-ref: loader.h
      - id: offset
        -orig-id: offset
        type: u4
        doc-ref: loader.h
      - id: alignment
        -orig-id: align
        type: u4
        doc-ref: loader.h
      - id: relocation_offset
        -orig-id: reloff
        type: u4
        doc-ref: loader.h
      - id: relocation_count
        -orig-id: nreloc
        type: u4
        doc-ref: loader.h
      - id: flags
        -orig-id: flags
        type: u4
        doc-ref: loader.h
      - id: reserved1
        -orig-id: reserved1
        type: u4
        doc-ref: loader.h
      - id: reserved2
        -orig-id: reserved2
        type: u4
        doc-ref: loader.h
  symtab:
    doc-ref: loader.h, struct symtab_command
    seq:
      - id: symbol_offset
        -orig-id: symoff
        type: u4
        doc-ref: loader.h
      - id: symbol_count
        -orig-id: nsyms
        type: u4
        doc-ref: loader.h
      - id: string_offset
        -orig-id: stroff
        type: u4
        doc-ref: loader.h
      - id: string_size
        -orig-id: strsize
        type: u4
        doc-ref: loader.h
  dysymtab:
    doc-ref: loader.h, struct dysymtab_command
    seq:
      - id: local_start
        -orig-id: ilocalsym
        type: u4
        doc-ref: loader.h
      - id: local_count
        -orig-id: nlocalsym
        type: u4
        doc-ref: loader.h
      - id: external_start
        -orig-id: iextdefsym
        type: u4
        doc-ref: loader.h
      - id: external_count
        -orig-id: nextdefsym
        type: u4
        doc-ref: loader.h
      - id: undefined_start
        -orig-id: iundefsym
        type: u4
        doc-ref: loader.h
      - id: undefined_count
        -orig-id: nundefsym
        type: u4
        doc-ref: loader.h
      - id: contents_offset
        -orig-id: tocoff
        type: u4
        doc-ref: loader.h
      - id: contents_count
        -orig-id: ntoc
        type: u4
        doc-ref: loader.h
      - id: module_offset
        -orig-id: modtaboff
        type: u4
        doc-ref: loader.h
      - id: module_count
        -orig-id: nmodtab
        type: u4
        doc-ref: loader.h
      - id: reference_offset
        -orig-id: extrefsymoff
        type: u4
        doc-ref: loader.h
      - id: reference_count
        -orig-id: nextrefsyms
        type: u4
        doc-ref: loader.h
      - id: indirect_offset
        -orig-id: indirectsymoff
        type: u4
        doc-ref: loader.h
      - id: indirect_count
        -orig-id: nindirectsyms
        type: u4
        doc-ref: loader.h
      - id: external_relocation_offset
        -orig-id: extreloff
        type: u4
        doc-ref: loader.h
      - id: external_relocation_count
        -orig-id: nextrel
        type: u4
        doc-ref: loader.h
      - id: local_relocation_offset
        -orig-id: locreloff
        type: u4
        doc-ref: loader.h
      - id: local_relocation_count
        -orig-id: nlocrel
        type: u4
        doc-ref: loader.h
  link_edit_data:
    doc-ref: loader.h, struct linkedit_data_command; also two numbers of struct twolevel_hints_command
    seq:
      - id: offset
        -orig-id: dataoff
        type: u4
        doc-ref: loader.h
      - id: size
        -orig-id: datasize
        type: u4
        doc-ref: loader.h
  dyld_info:
    doc-ref: loader.h, struct dyld_info_command
    seq:
      - id: rebase_offset
        -orig-id: rebase_off
        type: u4
        doc-ref: loader.h
      - id: rebase_size
        -orig-id: rebase_size
        type: u4
        doc-ref: loader.h
      - id: bind_offset
        -orig-id: bind_off
        type: u4
        doc-ref: loader.h
      - id: bind_size
        -orig-id: bind_size
        type: u4
        doc-ref: loader.h
      - id: weak_bind_offset
        -orig-id: weak_bind_off
        type: u4
        doc-ref: loader.h
      - id: weak_bind_size
        -orig-id: weak_bind_size
        type: u4
        doc-ref: loader.h
      - id: lazy_bind_offset
        -orig-id: lazy_bind_off
        type: u4
        doc-ref: loader.h
      - id: lazy_bind_size
        -orig-id: lazy_bind_size
        type: u4
        doc-ref: loader.h
      - id: export_offset
        -orig-id: export_off
        type: u4
        doc-ref: loader.h
      - id: export_size
        -orig-id: export_size
        type: u4
        doc-ref: loader.h
  dylib:
    doc-ref: loader.h, struct dylib_command
    seq:
      - id: name_offset
        -orig-id: dylib.name
        type: u4
        doc-ref: loader.h
      - id: timestamp
        -orig-id: dylib.timestamp
        type: u4
        doc-ref: loader.h
      - id: current_version
        -orig-id: dylib.current_version
        type: u4
        doc-ref: loader.h
      - id: compatibility_version
        -orig-id: dylib.compatibility_version
        type: u4
        doc-ref: loader.h
  number:
    doc-ref: the one number of struct rpath_command, struct dylinker_command, struct sub_framework_command, struct linker_option_command, struct prebind_cksum_command
    seq:
      - id: value
        -orig-id: "path.offset, name.offset, count, cksum"
        type: u4
        doc-ref: loader.h
  uuid:
    doc-ref: loader.h, struct uuid_command
    seq:
      - id: uuid
        -orig-id: uuid
        size: 16
        doc-ref: loader.h
  version_min:
    doc-ref: loader.h, struct version_min_command
    seq:
      - id: version
        -orig-id: version
        type: u4
        doc-ref: loader.h
      - id: sdk
        -orig-id: sdk
        type: u4
        doc-ref: loader.h
  build_version:
    doc-ref: loader.h, struct build_version_command
    seq:
      - id: platform
        -orig-id: platform
        type: u4
        doc-ref: loader.h
      - id: minimum_system
        -orig-id: minos
        type: u4
        doc-ref: loader.h
      - id: sdk
        -orig-id: sdk
        type: u4
        doc-ref: loader.h
      - id: tool_count
        -orig-id: ntools
        type: u4
        doc-ref: loader.h
  build_tool:
    doc-ref: loader.h, struct build_tool_version
    seq:
      - id: tool
        -orig-id: tool
        type: u4
        doc-ref: loader.h
      - id: version
        -orig-id: version
        type: u4
        doc-ref: loader.h
  source_version:
    doc-ref: loader.h, struct source_version_command
    seq:
      - id: version
        -orig-id: version
        type: u8
        doc-ref: loader.h
  entry_point:
    doc-ref: loader.h, struct entry_point_command
    seq:
      - id: entry_offset
        -orig-id: entryoff
        type: u8
        doc-ref: loader.h
      - id: stack_size
        -orig-id: stacksize
        type: u8
        doc-ref: loader.h
  encryption_info:
    doc-ref: loader.h, struct encryption_info_command, struct encryption_info_command_64
    seq:
      - id: offset
        -orig-id: cryptoff
        type: u4
        doc-ref: loader.h
      - id: size
        -orig-id: cryptsize
        type: u4
        doc-ref: loader.h
      - id: encryption
        -orig-id: cryptid
        type: u4
        doc-ref: loader.h
  routines:
    doc-ref: loader.h, struct routines_command, struct routines_command_64
    seq:
      - id: address
        -orig-id: init_address
        type: word
        doc-ref: loader.h
      - id: module
        -orig-id: init_module
        type: word
        doc-ref: loader.h
  note:
    doc-ref: loader.h, struct note_command
    seq:
      - id: owner
        -orig-id: data_owner
        size: 16
        doc-ref: loader.h
      - id: offset
        -orig-id: offset
        type: u8
        doc-ref: loader.h
      - id: size
        -orig-id: size
        type: u8
        doc-ref: loader.h
  fileset_entry:
    doc-ref: loader.h, struct fileset_entry_command
    seq:
      - id: address
        -orig-id: vmaddr
        type: u8
        doc-ref: loader.h
      - id: offset
        -orig-id: fileoff
        type: u8
        doc-ref: loader.h
      - id: name_offset
        -orig-id: entry_id
        type: u4
        doc-ref: loader.h
  fat_header:
    doc-ref: fat.h, struct fat_header; always big-endian
    seq:
      - id: magic
        -orig-id: magic
        type: u4
        doc-ref: fat.h
      - id: count
        -orig-id: nfat_arch
        type: u4
        doc-ref: fat.h
  fat_arch:
    doc-ref: fat.h, struct fat_arch, struct fat_arch_64; always big-endian
    seq:
      - id: cpu_type
        -orig-id: cputype
        type: u4
        doc-ref: fat.h
      - id: cpu_subtype
        -orig-id: cpusubtype
        type: u4
        doc-ref: fat.h
      - id: offset
        -orig-id: offset
        type: word
        doc-ref: fat.h
      - id: size
        -orig-id: size
        type: word
        doc-ref: fat.h
      - id: alignment
        -orig-id: align
        type: u4
        doc-ref: fat.h
