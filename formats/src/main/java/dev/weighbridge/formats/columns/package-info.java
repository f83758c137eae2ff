/**
 * The machinery of columns: growing primitive arrays and stable orders. For the modules of this
 * library; not exported to users.
 */
package dev.weighbridge.formats.columns;
