/**
 * What an answer says to every format: which characters of a name are safe, how a number reads.
 *
 * <pre>{@code
 * String name = "evil\u001b[31m";
 * System.out.println(SafeText.of(name) + " weighs " + Figures.grouped(4_397_024) + " bytes");
 * }</pre>
 */
package dev.weighbridge.report.answer;
