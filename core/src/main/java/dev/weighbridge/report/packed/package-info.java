/** Bytes compressed for browsers, the same on every JDK and operating system. */
package dev.weighbridge.report.packed;
