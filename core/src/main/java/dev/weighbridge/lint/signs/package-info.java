/**
 * What a finished file still tells of how it was built.
 *
 * <pre>{@code
 * Attribution attribution = BinaryModel.open(path).attribution();
 * Traces traces = Traces.of(attribution);
 * System.out.println("panics unwind: " + traces.has(Trace.EXCEPTION_CLASS));
 * }</pre>
 *
 * <p>Each sign is found once for a file and kept; rules of your own may use them.
 */
package dev.weighbridge.lint.signs;
