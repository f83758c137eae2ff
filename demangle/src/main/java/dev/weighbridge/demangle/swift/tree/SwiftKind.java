package dev.weighbridge.demangle.swift.tree;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a node is. Most are written as a text before what they are about. */
public enum SwiftKind {
  GLOBAL,
  SUFFIX,
  TYPE(""),
  TYPE_MANGLING,
  TYPE_LIST,
  IDENTIFIER,
  MODULE,
  NUMBER,
  INDEX,
  EMPTY_LIST,
  FIRST_ELEMENT,
  VARIADIC,
  LOCAL_NAME,
  PRIVATE_NAME,
  RELATED_NAME,
  PREFIX_OPERATOR,
  INFIX_OPERATOR,
  POSTFIX_OPERATOR,
  CLASS,
  STRUCTURE,
  ENUM,
  PROTOCOL,
  TYPE_ALIAS,
  OTHER_NOMINAL,
  EXTENSION,
  ANONYMOUS_CONTEXT,
  BOUND_CLASS,
  BOUND_STRUCTURE,
  BOUND_ENUM,
  BOUND_PROTOCOL,
  BOUND_OTHER,
  BOUND_ALIAS,
  BOUND_FUNCTION,
  FUNCTION,
  VARIABLE,
  SUBSCRIPT,
  MACRO,
  GENERIC_PARAMETER_DECLARATION,
  STATIC("static "),
  ALLOCATOR,
  CONSTRUCTOR,
  DEALLOCATOR,
  ISOLATED_DEALLOCATOR,
  DESTRUCTOR,
  IVAR_INITIALIZER,
  IVAR_DESTROYER,
  INITIALIZER,
  EXPLICIT_CLOSURE,
  IMPLICIT_CLOSURE,
  DEFAULT_ARGUMENT,
  WRAPPER_INITIALIZER,
  WRAPPER_PROJECTION,
  GETTER,
  GLOBAL_GETTER,
  SETTER,
  MATERIALIZE_FOR_SET,
  WILL_SET,
  DID_SET,
  READ,
  MODIFY,
  READ_2,
  MODIFY_2,
  INIT_ACCESSOR,
  OWNING_MUTABLE_ADDRESSOR,
  NATIVE_OWNING_MUTABLE_ADDRESSOR,
  NATIVE_PINNING_MUTABLE_ADDRESSOR,
  UNSAFE_MUTABLE_ADDRESSOR,
  OWNING_ADDRESSOR,
  NATIVE_OWNING_ADDRESSOR,
  NATIVE_PINNING_ADDRESSOR,
  UNSAFE_ADDRESSOR,
  LABELS,
  FREESTANDING_MACRO,
  UNIQUE_NAME,
  ATTACHED_MACRO,
  MACRO_LOCATION,
  BUILTIN,
  BUILTIN_FIXED_ARRAY,
  TUPLE,
  TUPLE_ELEMENT,
  ELEMENT_NAME,
  FUNCTION_TYPE,
  NO_ESCAPE_FUNCTION_TYPE,
  UNCURRIED_FUNCTION_TYPE,
  AUTO_CLOSURE_TYPE,
  ESCAPING_AUTO_CLOSURE_TYPE,
  THIN_FUNCTION_TYPE,
  C_FUNCTION_POINTER,
  OBJC_BLOCK,
  ESCAPING_OBJC_BLOCK,
  ARGUMENTS,
  RETURN_TYPE,
  CLANG_TYPE,
  ASYNC,
  SENDABLE,
  THROWS(" throws"),
  TYPED_THROWS,
  GLOBAL_ACTOR,
  ISOLATED_ANY("@isolated(any) "),
  NONISOLATED("nonisolated(nonsending) "),
  DIFFERENTIABLE,
  SENDING_RESULT,
  INOUT("inout "),
  SHARED("__shared "),
  OWNED("__owned "),
  ISOLATED("isolated "),
  SENDING("sending "),
  CONSTANT_LITERAL("_const "),
  NO_DERIVATIVE("@noDerivative "),
  WEAK("weak "),
  UNOWNED("unowned "),
  UNMANAGED("unowned(unsafe) "),
  METATYPE,
  EXISTENTIAL_METATYPE,
  METATYPE_REPRESENTATION,
  PROTOCOL_LIST,
  PROTOCOL_LIST_WITH_CLASS,
  PROTOCOL_LIST_WITH_ANY_OBJECT,
  CONSTRAINED_EXISTENTIAL,
  DYNAMIC_SELF,
  ERROR_TYPE,
  ASSOCIATED_TYPE,
  MEMBER_TYPE,
  MEMBER_NAME,
  GENERIC_PARAMETER,
  EXISTENTIAL_SELF,
  GENERIC_TYPE,
  OPAQUE_TYPE,
  OPAQUE_RESULT,
  OPAQUE_RESULT_OF,
  PACK,
  SIL_PACK_DIRECT,
  SIL_PACK_INDIRECT,
  PACK_EXPANSION,
  PACK_ELEMENT,
  INTEGER,
  NEGATIVE_INTEGER,
  SIL_BOX("@box "),
  SIL_BOX_LAYOUT,
  SIL_BOX_LET,
  SIL_BOX_VAR,
  SUGARED_OPTIONAL,
  SUGARED_ARRAY,
  SUGARED_DICTIONARY,
  SUGARED_PAREN,
  SUGARED_INLINE_ARRAY,
  IMPL_FUNCTION,
  IMPL_PARAMETER,
  IMPL_RESULT,
  IMPL_YIELD,
  IMPL_ERROR,
  IMPL_WORD,
  IMPL_PATTERN,
  IMPL_INVOCATION,
  IMPL_SENDING_RESULT,
  SIGNATURE,
  PSEUDO_SIGNATURE,
  PARAMETER_COUNT,
  PARAMETER_PACK,
  PARAMETER_VALUE,
  CONFORMS,
  SAME_TYPE,
  SAME_SHAPE,
  LAYOUT,
  INVERSE,
  CONFORMANCE,
  CONCRETE_CONFORMANCE,
  REFERENCE_IN_TYPE_MODULE("protocol conformance ref (type's module) "),
  REFERENCE_IN_PROTOCOL_MODULE("protocol conformance ref (protocol's module) "),
  REFERENCE_IN_OTHER_MODULE,
  CONFORMANCE_LIST,
  DEPENDENT_CONFORMANCE,
  PACK_CONFORMANCE,
  RETROACTIVE,
  ASSOCIATED_PATH,
  GENERIC_SPECIALIZATION("generic specialization"),
  NOT_REABSTRACTED_SPECIALIZATION("generic not re-abstracted specialization"),
  PRESPECIALIZATION("generic pre-specialization"),
  INLINED_GENERIC("inlined generic function"),
  PARTIAL_SPECIALIZATION("generic partial specialization"),
  NOT_REABSTRACTED_PARTIAL_SPECIALIZATION("generic not-reabstracted partial specialization"),
  SIGNATURE_SPECIALIZATION("function signature specialization"),
  SERIALIZED("serialized"),
  SPECIALIZATION_PARAMETER,
  SIGNATURE_PARAMETER,
  SIGNATURE_RESULT,
  SIGNATURE_KIND,
  PAYLOAD,
  OBJC("@objc "),
  NON_OBJC("@nonobjc "),
  DYNAMIC("dynamic "),
  DIRECT_METHOD("super "),
  VTABLE_ATTRIBUTE("override "),
  PARTIAL_APPLY,
  PARTIAL_APPLY_OBJC,
  MERGED("merged "),
  DISTRIBUTED_THUNK("distributed thunk "),
  DISTRIBUTED_ACCESSOR("distributed accessor for "),
  REPLACEABLE_VARIABLE("dynamically replaceable variable for "),
  REPLACEABLE_KEY("dynamically replaceable key for "),
  REPLACEABLE_THUNK("dynamically replaceable thunk for "),
  ASYNC_POINTER("async function pointer to "),
  CORO_POINTER("coro function pointer to "),
  DEFAULT_OVERRIDE("default override of "),
  AWAIT_RESUME,
  SUSPEND_RESUME,
  BACK_DEPLOYMENT_THUNK("back deployment thunk for "),
  BACK_DEPLOYMENT_FALLBACK("back deployment fallback for "),
  HAS_SYMBOL("#_hasSymbol query for "),
  ACCESSIBLE_RECORD("accessible function runtime record for "),
  OUTLINED_VARIABLE,
  OUTLINED_OBJECT,
  OUTLINED_BRIDGED,
  CURRY_THUNK("curry thunk of "),
  DISPATCH_THUNK("dispatch thunk of "),
  METHOD_DESCRIPTOR("method descriptor for "),
  VTABLE_THUNK,
  PROTOCOL_WITNESS,
  SELF_WITNESS("protocol self-conformance witness for "),
  REABSTRACTION_THUNK,
  REABSTRACTION_HELPER,
  REABSTRACTION_HELPER_WITH_SELF,
  REABSTRACTION_HELPER_WITH_ACTOR,
  KEY_PATH_GETTER("key path getter for "),
  KEY_PATH_SETTER("key path setter for "),
  KEY_PATH_UNAPPLIED("key path unapplied method "),
  KEY_PATH_APPLIED("key path applied method "),
  KEY_PATH_EQUALS,
  KEY_PATH_HASH,
  COMPLETION_HANDLER,
  PREDEFINED_COMPLETION_HANDLER,
  COROUTINE_PROTOTYPE("coroutine continuation prototype for "),
  ASSOCIATED_TYPE_DESCRIPTOR("associated type descriptor for "),
  REQUIREMENTS_BASE("protocol requirements base descriptor for "),
  DEFAULT_ASSOCIATED_ACCESSOR("default associated type metadata accessor for "),
  ASSOCIATED_CONFORMANCE_DESCRIPTOR,
  DEFAULT_ASSOCIATED_CONFORMANCE,
  BASE_CONFORMANCE_DESCRIPTOR,
  AUTODIFF,
  AUTODIFF_VTABLE_THUNK,
  AUTODIFF_SELF_REORDERING,
  AUTODIFF_SUBSET_THUNK,
  DIFFERENTIABILITY_WITNESS,
  INDICES,
  METADATA("type metadata for "),
  METADATA_ACCESSOR("type metadata accessor for "),
  FULL_METADATA("full type metadata for "),
  METADATA_PATTERN("generic type metadata pattern for "),
  METADATA_CACHE("lazy cache variable for type metadata for "),
  METADATA_DEMANGLING_CACHE("demangling cache variable for type metadata for "),
  METADATA_INSTANTIATION("type metadata instantiation function for "),
  METADATA_INSTANTIATION_CACHE("type metadata instantiation cache for "),
  METADATA_COMPLETION("type metadata completion function for "),
  SINGLETON_CACHE("type metadata singleton initialization cache for "),
  SPECIALIZED_METADATA("noncanonical specialized generic type metadata for "),
  SPECIALIZED_METADATA_CACHE(
      "cache variable for noncanonical specialized generic type metadata for "),
  SPECIALIZED_ACCESSOR("canonical specialized generic type metadata accessor for "),
  SPECIALIZED_METACLASS("specialized generic metaclass for "),
  SPECIALIZED_TOKEN("flag for loading of canonical specialized generic type metadata for "),
  METACLASS("metaclass for "),
  CLASS_BASE_OFFSET("class metadata base offset for "),
  LOOKUP_FUNCTION("method lookup function for "),
  OBJC_UPDATE("ObjC metadata update function for "),
  OBJC_STUB("ObjC resilient class stub for "),
  FULL_OBJC_STUB("full ObjC resilient class stub for "),
  NOMINAL_DESCRIPTOR("nominal type descriptor for "),
  NOMINAL_RECORD("nominal type descriptor runtime record for "),
  PROTOCOL_DESCRIPTOR("protocol descriptor for "),
  PROTOCOL_RECORD("protocol descriptor runtime record for "),
  SELF_DESCRIPTOR("protocol self-conformance descriptor for "),
  CONFORMANCE_DESCRIPTOR("protocol conformance descriptor for "),
  CONFORMANCE_RECORD("protocol conformance descriptor runtime record for "),
  PROPERTY_DESCRIPTOR("property descriptor for "),
  EXTENSION_DESCRIPTOR("extension descriptor "),
  MODULE_DESCRIPTOR("module descriptor "),
  ANONYMOUS_DESCRIPTOR("anonymous descriptor "),
  OPAQUE_DESCRIPTOR("opaque type descriptor for "),
  OPAQUE_RECORD("opaque type descriptor runtime record for "),
  OPAQUE_ACCESSOR("opaque type descriptor accessor for "),
  OPAQUE_ACCESSOR_IMPL("opaque type descriptor accessor impl for "),
  OPAQUE_ACCESSOR_KEY("opaque type descriptor accessor key for "),
  OPAQUE_ACCESSOR_VARIABLE("opaque type descriptor accessor var for "),
  FIELD_DESCRIPTOR("reflection metadata field descriptor "),
  BUILTIN_DESCRIPTOR("reflection metadata builtin descriptor "),
  ASSOCIATED_DESCRIPTOR("reflection metadata associated type descriptor "),
  SUPERCLASS_DESCRIPTOR("reflection metadata superclass descriptor "),
  GLOBAL_INSTANTIATION_CACHE("metadata instantiation cache for "),
  VALUE_WITNESS,
  VALUE_WITNESS_TABLE("value witness table for "),
  FIELD_OFFSET,
  ENUM_CASE("enum case for "),
  WITNESS_TABLE("protocol witness table for "),
  WITNESS_TABLE_PATTERN("protocol witness table pattern for "),
  GENERIC_WITNESS_TABLE("generic protocol witness table for "),
  WITNESS_TABLE_INSTANTIATION("instantiation function for generic protocol witness table for "),
  RESILIENT_WITNESS_TABLE("resilient protocol witness table for "),
  WITNESS_TABLE_ACCESSOR("protocol witness table accessor for "),
  SELF_WITNESS_TABLE("protocol self-conformance witness table for "),
  LAZY_WITNESS_ACCESSOR,
  LAZY_WITNESS_CACHE,
  ASSOCIATED_METADATA_ACCESSOR,
  ASSOCIATED_WITNESS_ACCESSOR,
  BASE_WITNESS_ACCESSOR,
  ONCE_FUNCTION("one-time initialization function for "),
  ONCE_TOKEN("one-time initialization token for "),
  ONCE_NAMES,
  OUTLINED_COPY("outlined copy of "),
  OUTLINED_CONSUME("outlined consume of "),
  OUTLINED_RETAIN("outlined retain of "),
  OUTLINED_RELEASE("outlined release of "),
  OUTLINED_INIT_TAKE("outlined init with take of "),
  OUTLINED_INIT_COPY("outlined init with copy of "),
  OUTLINED_ASSIGN_TAKE("outlined assign with take of "),
  OUTLINED_ASSIGN_COPY("outlined assign with copy of "),
  OUTLINED_DESTROY("outlined destroy of "),
  OUTLINED_TAG_GET("outlined enum get tag of "),
  OUTLINED_TAG_STORE("outlined enum tag store of "),
  OUTLINED_PROJECT("outlined enum project data for load of ");

  private static final Set<SwiftKind> DECLARATION_NAMES =
      set(
          EnumSet.of(
              IDENTIFIER,
              LOCAL_NAME,
              PRIVATE_NAME,
              RELATED_NAME,
              PREFIX_OPERATOR,
              INFIX_OPERATOR,
              POSTFIX_OPERATOR));
  private static final Set<SwiftKind> NOMINAL =
      set(EnumSet.of(CLASS, STRUCTURE, ENUM, PROTOCOL, TYPE_ALIAS, OTHER_NOMINAL));
  private static final Set<SwiftKind> ACCESSORS = set(EnumSet.range(GETTER, UNSAFE_ADDRESSOR));
  private static final Set<SwiftKind> CONTEXTS = contexts();
  private static final Set<SwiftKind> REQUIREMENTS = set(EnumSet.range(PARAMETER_PACK, INVERSE));
  private static final Set<SwiftKind> ATTRIBUTES = attributes();
  private static final Set<SwiftKind> SPECIALIZATIONS =
      set(EnumSet.range(GENERIC_SPECIALIZATION, SIGNATURE_SPECIALIZATION));

  private final @Nullable String prefix;

  SwiftKind() {
    prefix = null;
  }

  SwiftKind(String prefix) {
    this.prefix = prefix;
  }

  private static Set<SwiftKind> set(EnumSet<SwiftKind> kinds) {
    return Collections.unmodifiableSet(kinds);
  }

  private static Set<SwiftKind> contexts() {
    EnumSet<SwiftKind> kinds = EnumSet.range(CLASS, ANONYMOUS_CONTEXT);
    kinds.addAll(EnumSet.range(FUNCTION, UNSAFE_ADDRESSOR));
    kinds.addAll(EnumSet.range(FREESTANDING_MACRO, MACRO_LOCATION));
    kinds.addAll(EnumSet.of(MODULE, OPAQUE_RESULT_OF, AUTODIFF));
    return set(kinds);
  }

  private static Set<SwiftKind> attributes() {
    EnumSet<SwiftKind> kinds = EnumSet.range(OBJC, OUTLINED_BRIDGED);
    kinds.addAll(EnumSet.range(GENERIC_SPECIALIZATION, SIGNATURE_SPECIALIZATION));
    return set(kinds);
  }

  /** What is written before the children; null if a node of this kind is written in its own way. */
  public @Nullable String prefix() {
    return prefix;
  }

  /** Whether it names a declaration. */
  public boolean isDeclarationName() {
    return DECLARATION_NAMES.contains(this);
  }

  /** Whether it is a type with a name, without generic arguments. */
  public boolean isNominal() {
    return NOMINAL.contains(this);
  }

  /** Whether it is a function that reads or writes a variable. */
  public boolean isAccessor() {
    return ACCESSORS.contains(this);
  }

  /** Whether declarations can stand in it. */
  public boolean isContext() {
    return CONTEXTS.contains(this);
  }

  /** Whether it is something that has a name of its own, or a type. */
  public boolean isEntity() {
    return this == TYPE || isContext();
  }

  /** Whether it is a requirement of a generic signature. */
  public boolean isRequirement() {
    return REQUIREMENTS.contains(this);
  }

  /** Whether it says something of the function that it is written after. */
  public boolean isFunctionAttribute() {
    return ATTRIBUTES.contains(this);
  }

  /** Whether it says how a function was specialised. */
  public boolean isSpecialization() {
    return SPECIALIZATIONS.contains(this);
  }
}
