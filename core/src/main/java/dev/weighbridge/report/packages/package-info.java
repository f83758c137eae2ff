/** Answers about packages. */
package dev.weighbridge.report.packages;
