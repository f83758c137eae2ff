/**
 * What a linker was told and what it wrote: the memory regions of a script, and the map of a link.
 *
 * <pre>{@code
 * LinkerMap map = LinkerMapReader.read("app.map", FileMapper.open(Path.of("app.map")));
 * for (MemoryRegion region : map.memory()) {
 *   System.out.println(region.name() + " " + region.length());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.linkermap.LinkerMapReader} reads the maps of LLD, GNU ld, gold,
 * ld64 and link.exe; {@link dev.weighbridge.formats.linkermap.LinkerScript} the {@code MEMORY}
 * block of a script.
 */
@NullMarked
package dev.weighbridge.formats.linkermap;

import org.jspecify.annotations.NullMarked;
