/**
 * Regions of memory: flash, RAM, and what of a program lies in each.
 *
 * <pre>{@code
 * MemoryMap map = MemoryMap.of(MemoryMap.parse("FLASH=0x08000000+512K"));
 * for (RegionUse use : RegionPlaces.of(model.attribution(), map).uses()) {
 *   System.out.println(use.region().name() + ": " + use.used() + " bytes");
 * }
 * }</pre>
 *
 * <p>A byte may lie in two: initialised data is stored in flash and copied to RAM, and counts in
 * both.
 */
@NullMarked
package dev.weighbridge.region;

import org.jspecify.annotations.NullMarked;
