/** Makes facts of what debug information says, of any format. */
package dev.weighbridge.formats.internal.debug;
