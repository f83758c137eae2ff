/** Readers of archives: what lists entries one after the other, or in a directory. */
package dev.weighbridge.formats.internal.packages.archives;
