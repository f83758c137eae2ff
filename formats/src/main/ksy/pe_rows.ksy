meta:
  id: pe_rows
  title: Header rows of the Portable Executable and Common Object File Formats
  license: Apache-2.0
  endian: le
doc: |
  One fixed-size header row of a PE image, a COFF object or an import object. The caller computes
  where a row lies and hands over a window of exactly that row; nothing here seeks, repeats or
  allocates by a count of the file.
doc-ref: Microsoft PE Format specification
params:
  - id: is_64_bit
    type: bool
  - id: row
    type: u1
    doc: |
      0 DOS header, 1 file header, 2 file header of a big object, 3 header of an import object,
      4 optional header, 5 data directory, 6 section header, 7 export directory,
      8 import descriptor, 9 delay import descriptor, 10 debug directory entry,
      11 TLS directory, 12 CLR header
seq:
  - id: body
    type:
      switch-on: row
      cases:
        0: dos_header
        1: file_header
        2: big_object_header
        3: import_object_header
        4: optional_header
        5: data_directory
        6: section_header
        7: export_directory
        8: import_descriptor
        9: delay_import_descriptor
        10: debug_entry
        11: tls_directory
        12: clr_header
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
  dos_header:
    doc-ref: PE Format, MS-DOS Stub; IMAGE_DOS_HEADER
    seq:
      - id: magic
        -orig-id: e_magic
        size: 2
        doc-ref: IMAGE_DOS_HEADER
      - id: real_mode_fields
        size: 58
        doc-ref: IMAGE_DOS_HEADER, e_cblp to e_res2
      - id: pe_header_offset
        -orig-id: e_lfanew
        type: u4
        doc-ref: PE Format, Signature
  file_header:
    doc-ref: PE Format, COFF File Header; IMAGE_FILE_HEADER
    seq:
      - id: machine
        -orig-id: Machine
        type: u2
        doc-ref: PE Format, Machine Types
      - id: section_count
        -orig-id: NumberOfSections
        type: u2
        doc-ref: PE Format, COFF File Header
      - id: timestamp
        -orig-id: TimeDateStamp
        type: u4
        doc-ref: PE Format, COFF File Header
      - id: symbol_table_offset
        -orig-id: PointerToSymbolTable
        type: u4
        doc-ref: PE Format, COFF File Header
      - id: symbol_count
        -orig-id: NumberOfSymbols
        type: u4
        doc-ref: PE Format, COFF File Header
      - id: optional_header_size
        -orig-id: SizeOfOptionalHeader
        type: u2
        doc-ref: PE Format, COFF File Header
      - id: characteristics
        -orig-id: Characteristics
        type: u2
        doc-ref: PE Format, Characteristics
  big_object_header:
    doc-ref: winnt.h, ANON_OBJECT_HEADER_BIGOBJ
    seq:
      - id: sig1
        -orig-id: Sig1
        type: u2
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: sig2
        -orig-id: Sig2
        type: u2
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: version
        -orig-id: Version
        type: u2
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: machine
        -orig-id: Machine
        type: u2
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: timestamp
        -orig-id: TimeDateStamp
        type: u4
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: class_id
        -orig-id: ClassID
        size: 16
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: data_size
        -orig-id: SizeOfData
        type: u4
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: flags
        -orig-id: Flags
        type: u4
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: metadata_size
        -orig-id: MetaDataSize
        type: u4
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: metadata_offset
        -orig-id: MetaDataOffset
        type: u4
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: section_count
        -orig-id: NumberOfSections
        type: u4
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: symbol_table_offset
        -orig-id: PointerToSymbolTable
        type: u4
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
      - id: symbol_count
        -orig-id: NumberOfSymbols
        type: u4
        doc-ref: ANON_OBJECT_HEADER_BIGOBJ
  import_object_header:
    doc-ref: PE Format, Import Header
    seq:
      - id: sig1
        -orig-id: Sig1
        type: u2
        doc-ref: PE Format, Import Header
      - id: sig2
        -orig-id: Sig2
        type: u2
        doc-ref: PE Format, Import Header
      - id: version
        -orig-id: Version
        type: u2
        doc-ref: PE Format, Import Header
      - id: machine
        -orig-id: Machine
        type: u2
        doc-ref: PE Format, Import Header
      - id: timestamp
        -orig-id: Time-Date Stamp
        type: u4
        doc-ref: PE Format, Import Header
      - id: data_size
        -orig-id: Size Of Data
        type: u4
        doc-ref: PE Format, Import Header
      - id: ordinal_or_hint
        -orig-id: Ordinal/Hint
        type: u2
        doc-ref: PE Format, Import Header
      - id: types
        -orig-id: Type, Name Type, Reserved
        type: u2
        doc-ref: PE Format, Import Type and Import Name Type
  optional_header:
    doc-ref: PE Format, Optional Header; IMAGE_OPTIONAL_HEADER32 and IMAGE_OPTIONAL_HEADER64
    seq:
      - id: magic
        -orig-id: Magic
        type: u2
        doc-ref: PE Format, Optional Header Standard Fields
      - id: major_linker_version
        -orig-id: MajorLinkerVersion
        type: u1
        doc-ref: PE Format, Optional Header Standard Fields
      - id: minor_linker_version
        -orig-id: MinorLinkerVersion
        type: u1
        doc-ref: PE Format, Optional Header Standard Fields
      - id: code_size
        -orig-id: SizeOfCode
        type: u4
        doc-ref: PE Format, Optional Header Standard Fields
      - id: initialized_data_size
        -orig-id: SizeOfInitializedData
        type: u4
        doc-ref: PE Format, Optional Header Standard Fields
      - id: uninitialized_data_size
        -orig-id: SizeOfUninitializedData
        type: u4
        doc-ref: PE Format, Optional Header Standard Fields
      - id: entry_point
        -orig-id: AddressOfEntryPoint
        type: u4
        doc-ref: PE Format, Optional Header Standard Fields
      - id: code_base
        -orig-id: BaseOfCode
        type: u4
        doc-ref: PE Format, Optional Header Standard Fields
      - id: data_base
        -orig-id: BaseOfData
        type: u4
        if: not _root.is_64_bit
        doc-ref: PE Format, Optional Header Standard Fields
      - id: image_base
        -orig-id: ImageBase
        type: word
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: section_alignment
        -orig-id: SectionAlignment
        type: u4
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: file_alignment
        -orig-id: FileAlignment
        type: u4
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: major_operating_system_version
        -orig-id: MajorOperatingSystemVersion
        type: u2
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: minor_operating_system_version
        -orig-id: MinorOperatingSystemVersion
        type: u2
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: major_image_version
        -orig-id: MajorImageVersion
        type: u2
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: minor_image_version
        -orig-id: MinorImageVersion
        type: u2
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: major_subsystem_version
        -orig-id: MajorSubsystemVersion
        type: u2
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: minor_subsystem_version
        -orig-id: MinorSubsystemVersion
        type: u2
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: win32_version_value
        -orig-id: Win32VersionValue
        type: u4
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: image_size
        -orig-id: SizeOfImage
        type: u4
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: headers_size
        -orig-id: SizeOfHeaders
        type: u4
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: checksum
        -orig-id: CheckSum
        type: u4
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: subsystem
        -orig-id: Subsystem
        type: u2
        doc-ref: PE Format, Windows Subsystem
      - id: dll_characteristics
        -orig-id: DllCharacteristics
        type: u2
        doc-ref: PE Format, DLL Characteristics
      - id: stack_reserve_size
        -orig-id: SizeOfStackReserve
        type: word
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: stack_commit_size
        -orig-id: SizeOfStackCommit
        type: word
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: heap_reserve_size
        -orig-id: SizeOfHeapReserve
        type: word
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: heap_commit_size
        -orig-id: SizeOfHeapCommit
        type: word
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: loader_flags
        -orig-id: LoaderFlags
        type: u4
        doc-ref: PE Format, Optional Header Windows-Specific Fields
      - id: data_directory_count
        -orig-id: NumberOfRvaAndSizes
        type: u4
        doc-ref: PE Format, Optional Header Data Directories
  data_directory:
    doc-ref: PE Format, Optional Header Data Directories; IMAGE_DATA_DIRECTORY
    seq:
      - id: rva
        -orig-id: VirtualAddress
        type: u4
        doc-ref: IMAGE_DATA_DIRECTORY
      - id: size_in_bytes
        -orig-id: Size
        type: u4
        doc-ref: IMAGE_DATA_DIRECTORY
  section_header:
    doc-ref: PE Format, Section Table; IMAGE_SECTION_HEADER
    seq:
      - id: name
        -orig-id: Name
        size: 8
        doc-ref: PE Format, Section Table
      - id: virtual_size
        -orig-id: VirtualSize
        type: u4
        doc-ref: PE Format, Section Table
      - id: rva
        -orig-id: VirtualAddress
        type: u4
        doc-ref: PE Format, Section Table
      - id: raw_size
        -orig-id: SizeOfRawData
        type: u4
        doc-ref: PE Format, Section Table
      - id: raw_offset
        -orig-id: PointerToRawData
        type: u4
        doc-ref: PE Format, Section Table
      - id: relocation_offset
        -orig-id: PointerToRelocations
        type: u4
        doc-ref: PE Format, Section Table
      - id: line_number_offset
        -orig-id: PointerToLinenumbers
        type: u4
        doc-ref: PE Format, Section Table
      - id: relocation_count
        -orig-id: NumberOfRelocations
        type: u2
        doc-ref: PE Format, Section Table
      - id: line_number_count
        -orig-id: NumberOfLinenumbers
        type: u2
        doc-ref: PE Format, Section Table
      - id: characteristics
        -orig-id: Characteristics
        type: u4
        doc-ref: PE Format, Section Flags
  export_directory:
    doc-ref: PE Format, Export Directory Table; IMAGE_EXPORT_DIRECTORY
    seq:
      - id: flags
        -orig-id: Characteristics
        type: u4
        doc-ref: PE Format, Export Directory Table
      - id: timestamp
        -orig-id: TimeDateStamp
        type: u4
        doc-ref: PE Format, Export Directory Table
      - id: major_version
        -orig-id: MajorVersion
        type: u2
        doc-ref: PE Format, Export Directory Table
      - id: minor_version
        -orig-id: MinorVersion
        type: u2
        doc-ref: PE Format, Export Directory Table
      - id: name_rva
        -orig-id: Name
        type: u4
        doc-ref: PE Format, Export Directory Table
      - id: ordinal_base
        -orig-id: Base
        type: u4
        doc-ref: PE Format, Export Directory Table
      - id: address_count
        -orig-id: NumberOfFunctions
        type: u4
        doc-ref: PE Format, Export Directory Table
      - id: name_count
        -orig-id: NumberOfNames
        type: u4
        doc-ref: PE Format, Export Directory Table
      - id: address_table_rva
        -orig-id: AddressOfFunctions
        type: u4
        doc-ref: PE Format, Export Address Table
      - id: name_table_rva
        -orig-id: AddressOfNames
        type: u4
        doc-ref: PE Format, Export Name Pointer Table
      - id: ordinal_table_rva
        -orig-id: AddressOfNameOrdinals
        type: u4
        doc-ref: PE Format, Export Ordinal Table
  import_descriptor:
    doc-ref: PE Format, Import Directory Table; IMAGE_IMPORT_DESCRIPTOR
    seq:
      - id: lookup_table_rva
        -orig-id: OriginalFirstThunk
        type: u4
        doc-ref: PE Format, Import Directory Table
      - id: timestamp
        -orig-id: TimeDateStamp
        type: u4
        doc-ref: PE Format, Import Directory Table
      - id: forwarder_chain
        -orig-id: ForwarderChain
        type: u4
        doc-ref: PE Format, Import Directory Table
      - id: name_rva
        -orig-id: Name
        type: u4
        doc-ref: PE Format, Import Directory Table
      - id: address_table_rva
        -orig-id: FirstThunk
        type: u4
        doc-ref: PE Format, Import Directory Table
  delay_import_descriptor:
    doc-ref: PE Format, Delay-Load Directory Table; IMAGE_DELAYLOAD_DESCRIPTOR
    seq:
      - id: attributes
        -orig-id: Attributes
        type: u4
        doc-ref: PE Format, Delay-Load Directory Table
      - id: name
        -orig-id: DllNameRVA
        type: u4
        doc-ref: PE Format, Delay-Load Directory Table
      - id: module_handle
        -orig-id: ModuleHandleRVA
        type: u4
        doc-ref: PE Format, Delay-Load Directory Table
      - id: address_table
        -orig-id: ImportAddressTableRVA
        type: u4
        doc-ref: PE Format, Delay-Load Directory Table
      - id: name_table
        -orig-id: ImportNameTableRVA
        type: u4
        doc-ref: PE Format, Delay-Load Directory Table
      - id: bound_table
        -orig-id: BoundImportAddressTableRVA
        type: u4
        doc-ref: PE Format, Delay-Load Directory Table
      - id: unload_table
        -orig-id: UnloadInformationTableRVA
        type: u4
        doc-ref: PE Format, Delay-Load Directory Table
      - id: timestamp
        -orig-id: TimeDateStamp
        type: u4
        doc-ref: PE Format, Delay-Load Directory Table
  debug_entry:
    doc-ref: PE Format, Debug Directory; IMAGE_DEBUG_DIRECTORY
    seq:
      - id: flags
        -orig-id: Characteristics
        type: u4
        doc-ref: PE Format, Debug Directory
      - id: timestamp
        -orig-id: TimeDateStamp
        type: u4
        doc-ref: PE Format, Debug Directory
      - id: major_version
        -orig-id: MajorVersion
        type: u2
        doc-ref: PE Format, Debug Directory
      - id: minor_version
        -orig-id: MinorVersion
        type: u2
        doc-ref: PE Format, Debug Directory
      - id: type
        -orig-id: Type
        type: u4
        doc-ref: PE Format, Debug Type
      - id: data_size
        -orig-id: SizeOfData
        type: u4
        doc-ref: PE Format, Debug Directory
      - id: data_rva
        -orig-id: AddressOfRawData
        type: u4
        doc-ref: PE Format, Debug Directory
      - id: data_offset
        -orig-id: PointerToRawData
        type: u4
        doc-ref: PE Format, Debug Directory
  tls_directory:
    doc-ref: PE Format, The TLS Directory; IMAGE_TLS_DIRECTORY32 and IMAGE_TLS_DIRECTORY64
    seq:
      - id: template_start
        -orig-id: StartAddressOfRawData
        type: word
        doc-ref: PE Format, The TLS Directory
      - id: template_end
        -orig-id: EndAddressOfRawData
        type: word
        doc-ref: PE Format, The TLS Directory
      - id: index_address
        -orig-id: AddressOfIndex
        type: word
        doc-ref: PE Format, The TLS Directory
      - id: callbacks_address
        -orig-id: AddressOfCallBacks
        type: word
        doc-ref: PE Format, The TLS Directory
      - id: zero_fill_size
        -orig-id: SizeOfZeroFill
        type: u4
        doc-ref: PE Format, The TLS Directory
      - id: characteristics
        -orig-id: Characteristics
        type: u4
        doc-ref: PE Format, The TLS Directory
  clr_header:
    doc-ref: ECMA-335 II.25.3.3, CLI header; IMAGE_COR20_HEADER
    seq:
      - id: header_size
        -orig-id: cb
        type: u4
        doc-ref: ECMA-335 II.25.3.3
      - id: major_runtime_version
        -orig-id: MajorRuntimeVersion
        type: u2
        doc-ref: ECMA-335 II.25.3.3
      - id: minor_runtime_version
        -orig-id: MinorRuntimeVersion
        type: u2
        doc-ref: ECMA-335 II.25.3.3
      - id: metadata_rva
        -orig-id: MetaData.VirtualAddress
        type: u4
        doc-ref: ECMA-335 II.25.3.3
      - id: metadata_size
        -orig-id: MetaData.Size
        type: u4
        doc-ref: ECMA-335 II.25.3.3
      - id: flags
        -orig-id: Flags
        type: u4
        doc-ref: ECMA-335 II.25.3.3.1
      - id: entry_point
        -orig-id: EntryPointToken
        type: u4
        doc-ref: ECMA-335 II.25.3.3
      - id: other_directories
        size: 48
        doc-ref: ECMA-335 II.25.3.3, Resources to ManagedNativeHeader
