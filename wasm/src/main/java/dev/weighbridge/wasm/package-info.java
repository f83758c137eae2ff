/**
 * What WebAssembly files say, typed: modules, object files and components, each item with its place
 * in the file.
 *
 * <p>Start with {@link dev.weighbridge.wasm.WasmModule} or, for a component, {@link
 * dev.weighbridge.wasm.WasmComponent}:
 *
 * <pre>{@code
 * WasmModule module = WasmModule.open(path);
 * for (WasmSection section : module.sections()) {
 *   System.out.println(section.name() + " " + section.contentSize());
 * }
 * module.functions().stream()
 *     .sorted(Comparator.comparing(WasmFunction::bodySize).reversed())
 *     .limit(10)
 *     .forEach(f -> System.out.println("func[" + f.index() + "] " + f.bodySize()));
 * }</pre>
 *
 * <p>A module is walked once, so that each item is known by its place; what an item says, a record
 * of {@link dev.weighbridge.wasm.items}, is decoded when asked for. Bodies are decoded operator by
 * operator with {@link dev.weighbridge.wasm.operators.OperatorCursor}, and {@link
 * dev.weighbridge.wasm.operators.CodeReferences} lists what they refer to. Names come from {@link
 * dev.weighbridge.wasm.names.WasmNames}, what tools add from {@link
 * dev.weighbridge.wasm.CustomSections}, what they tell linkers from {@link
 * dev.weighbridge.wasm.linking.Linking}.
 *
 * <p>File offsets count from the start of the module; {@link
 * dev.weighbridge.wasm.WasmModule#fileStart} says where a module lies that is nested in a
 * component. Indices count from the imported items on, rows of tables from the first defined one.
 * What breaks the format becomes a diagnostic and leaves what came before it; unknown sections stay
 * raw.
 *
 * <p>The names are those of the WebAssembly specification, version 3.0, and of its finished
 * proposals.
 */
@NullMarked
package dev.weighbridge.wasm;

import org.jspecify.annotations.NullMarked;
