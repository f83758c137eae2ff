/**
 * What functions cost that compilers put into others, over all the places together.
 *
 * <pre>{@code
 * Inlines inlines = BinaryModel.open(path).inlines();
 * InlinedFunction first = inlines.functions().get(0);
 * out.println(first.label() + ": " + first.inlinedSize() + " bytes at " + first.siteCount());
 * for (CallSite site : inlines.callSites(first.label())) {
 *   out.println(site.place() + " in " + site.caller());
 * }
 * }</pre>
 */
@NullMarked
package dev.weighbridge.inlines;

import org.jspecify.annotations.NullMarked;
