/** The machines that code is for, as values: what all formats call them, and how wide they are. */
package dev.weighbridge.formats.machine;
