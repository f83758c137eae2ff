/**
 * What code says: operators one by one, what they refer to, and the types of values.
 *
 * <p>A module hands out a cursor before the first operator of a body:
 *
 * <pre>{@code
 * OperatorCursor code = module.code(function);
 * while (code.next()) {
 *   System.out.println(code.start() + " " + code.operator().mnemonic());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.wasm.operators.OperatorTable} knows all operators of the core
 * specification, version 3.0, and of the finished proposals; {@link
 * dev.weighbridge.wasm.operators.CodeReferences} lists what a body refers to. An operator that is
 * unknown or cut short throws {@link dev.weighbridge.formats.problems.MalformedBinaryException}:
 * what comes behind it in the same body cannot be told.
 */
@NullMarked
package dev.weighbridge.wasm.operators;

import org.jspecify.annotations.NullMarked;
