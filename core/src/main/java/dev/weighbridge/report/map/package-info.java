/** The map of a page, drawn without a browser. */
package dev.weighbridge.report.map;
