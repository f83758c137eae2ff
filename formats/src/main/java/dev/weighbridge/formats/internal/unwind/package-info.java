/** From unwind tables to facts about an image. */
package dev.weighbridge.formats.internal.unwind;
