/**
 * What the readers of packages tell: entries with their contents, in the order of the bytes, and
 * how much of the outer file travels for each.
 *
 * <pre>{@code
 * Region file = Region.ofFile(FileMapper.open(Path.of("lib.jar")));
 * PackageWalk.walk(
 *     "lib.jar",
 *     file,
 *     PackageFormat.of(file.bytes()).orElseThrow(),
 *     new PackageVisitor() {
 *       @Override
 *       public void part(String name) {}
 *
 *       @Override
 *       public void own(String label, long shipped) {
 *         System.out.println(shipped + " bytes: " + label);
 *       }
 *
 *       @Override
 *       public void entry(EntryHeader header, ContentStream content) {
 *         System.out.println(header.path() + ", " + header.kind());
 *       }
 *
 *       @Override
 *       public void weighed(long overhead, long shipped, long fileSize) {
 *         System.out.println(overhead + " and " + shipped + " bytes for " + fileSize);
 *       }
 *     });
 * }</pre>
 */
@NullMarked
package dev.weighbridge.formats.packages.entries;

import org.jspecify.annotations.NullMarked;
