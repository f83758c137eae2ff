/** z/Architecture instructions. */
package dev.weighbridge.formats.isa.s390x;
