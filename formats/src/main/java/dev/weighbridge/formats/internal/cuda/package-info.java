/** Code for graphics processors that programs bring along. */
package dev.weighbridge.formats.internal.cuda;
