meta:
  id: elf_rows
  title: Header rows of the Executable and Linkable Format
  license: Apache-2.0
  endian:
    switch-on: is_little_endian
    cases:
      true: le
      false: be
doc: |
  One fixed-size header row of an ELF file. The caller computes where a row lies and hands over
  a window of exactly that row; nothing here seeks, repeats or allocates by a count of the file.
doc-ref: System V ABI, gabi 4.3, chapters 4 and 5
params:
  - id: is_little_endian
    type: bool
  - id: is_64_bit
    type: bool
  - id: row
    type: u1
    doc: 0 file header, 1 program header, 2 section header, 3 compression header
seq:
  - id: body
    type:
      switch-on: row
      cases:
        0: file_header
        1: program_header
        2: section_header
        3: compression_header
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
  file_header:
    doc-ref: gabi, ELF header, Elf32_Ehdr and Elf64_Ehdr
    seq:
      - id: ident
        -orig-id: e_ident
        size: 16
        doc-ref: gabi, ELF identification
      - id: type
        -orig-id: e_type
        type: u2
        doc-ref: gabi, ELF header
      - id: machine
        -orig-id: e_machine
        type: u2
        doc-ref: gabi, ELF header
      - id: version
        -orig-id: e_version
        type: u4
        doc-ref: gabi, ELF header
      - id: entry
        -orig-id: e_entry
        type: word
        doc-ref: gabi, ELF header
      - id: program_header_offset
        -orig-id: e_phoff
        type: word
        doc-ref: gabi, ELF header
      - id: section_header_offset
        -orig-id: e_shoff
        type: word
        doc-ref: gabi, ELF header
      - id: flags
        -orig-id: e_flags
        type: u4
        doc-ref: gabi, ELF header
      - id: header_size
        -orig-id: e_ehsize
        type: u2
        doc-ref: gabi, ELF header
      - id: program_header_entry_size
        -orig-id: e_phentsize
        type: u2
        doc-ref: gabi, ELF header
      - id: program_header_count
        -orig-id: e_phnum
        type: u2
        doc-ref: gabi, ELF header
      - id: section_header_entry_size
        -orig-id: e_shentsize
        type: u2
        doc-ref: gabi, ELF header
      - id: section_header_count
        -orig-id: e_shnum
        type: u2
        doc-ref: gabi, ELF header
      - id: section_name_table_index
        -orig-id: e_shstrndx
        type: u2
        doc-ref: gabi, ELF header
  program_header:
    doc-ref: gabi, program header, Elf32_Phdr and Elf64_Phdr
    seq:
      - id: type
        -orig-id: p_type
        type: u4
        doc-ref: gabi, program header
      - id: flags_64
        -orig-id: p_flags
        type: u4
        if: _root.is_64_bit
        doc-ref: gabi, program header
      - id: offset
        -orig-id: p_offset
        type: word
        doc-ref: gabi, program header
      - id: virtual_address
        -orig-id: p_vaddr
        type: word
        doc-ref: gabi, program header
      - id: physical_address
        -orig-id: p_paddr
        type: word
        doc-ref: gabi, program header
      - id: file_size
        -orig-id: p_filesz
        type: word
        doc-ref: gabi, program header
      - id: memory_size
        -orig-id: p_memsz
        type: word
        doc-ref: gabi, program header
      - id: flags_32
        -orig-id: p_flags
        type: u4
        if: not _root.is_64_bit
        doc-ref: gabi, program header
      - id: alignment
        -orig-id: p_align
        type: word
        doc-ref: gabi, program header
  section_header:
    doc-ref: gabi, sections, Elf32_Shdr and Elf64_Shdr
    seq:
      - id: name_offset
        -orig-id: sh_name
        type: u4
        doc-ref: gabi, sections
      - id: type
        -orig-id: sh_type
        type: u4
        doc-ref: gabi, sections
      - id: flags
        -orig-id: sh_flags
        type: word
        doc-ref: gabi, sections
      - id: address
        -orig-id: sh_addr
        type: word
        doc-ref: gabi, sections
      - id: offset
        -orig-id: sh_offset
        type: word
        doc-ref: gabi, sections
      - id: size
        -orig-id: sh_size
        type: word
        doc-ref: gabi, sections
      - id: link
        -orig-id: sh_link
        type: u4
        doc-ref: gabi, sections
      - id: info
        -orig-id: sh_info
        type: u4
        doc-ref: gabi, sections
      - id: alignment
        -orig-id: sh_addralign
        type: word
        doc-ref: gabi, sections
      - id: entry_size
        -orig-id: sh_entsize
        type: word
        doc-ref: gabi, sections
  compression_header:
    doc-ref: gabi, section compression, Elf32_Chdr and Elf64_Chdr
    seq:
      - id: type
        -orig-id: ch_type
        type: u4
        doc-ref: gabi, section compression
      - id: reserved
        -orig-id: ch_reserved
        type: u4
        if: _root.is_64_bit
        doc-ref: gabi, section compression
      - id: uncompressed_size
        -orig-id: ch_size
        type: word
        doc-ref: gabi, section compression
      - id: alignment
        -orig-id: ch_addralign
        type: word
        doc-ref: gabi, section compression
