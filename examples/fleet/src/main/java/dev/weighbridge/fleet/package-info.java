/**
 * Many binaries and packages at once: {@code fleet weigh} keeps what they weigh in a store of
 * Parquet files, {@code fleet query} answers questions about all of them.
 */
@NullMarked
package dev.weighbridge.fleet;

import org.jspecify.annotations.NullMarked;
