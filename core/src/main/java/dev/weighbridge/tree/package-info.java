/**
 * Sizes, level by level: grouped spans as rows.
 *
 * <pre>{@code
 * SizeTree tree = BinaryModel.open(path).by(SECTION, SYMBOL);
 * for (SizeRow section : tree.rows()) {
 *   System.out.println(section.fileSize() + " " + section.label());
 *   for (SizeRow symbol : section.rows().stream().limit(3).toList()) {
 *     System.out.println("  " + symbol.fileSize(Kind.CODE) + " of code: " + symbol.label());
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.weighbridge.tree;

import org.jspecify.annotations.NullMarked;
