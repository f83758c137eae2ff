/** The own bytes of each symbol as numbers to compare by: what generics and duplicates rest on. */
package dev.weighbridge.bodies;
