/** Readers of programs and images of firmware that carry others in them. */
package dev.weighbridge.formats.internal.packages.carriers;
