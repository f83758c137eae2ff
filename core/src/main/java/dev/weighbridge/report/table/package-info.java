/** Writers of tables of many files, row by row as they come. */
@NullMarked
package dev.weighbridge.report.table;

import org.jspecify.annotations.NullMarked;
