/** Power instructions. */
package dev.weighbridge.formats.isa.power;
