/** What somebody has put behind an image. */
package dev.weighbridge.formats.internal.appended;
