/** What the runtime of Go keeps in a program. */
package dev.weighbridge.formats.internal.golang;
