/** What writes tables, JSON, CSV, Markdown and pages: lines, fields and escapes of each. */
package dev.weighbridge.report.writing;
