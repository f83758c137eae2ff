/** What is known of the code of a PE image before its functions are cut. */
package dev.weighbridge.formats.internal.pe.code;
