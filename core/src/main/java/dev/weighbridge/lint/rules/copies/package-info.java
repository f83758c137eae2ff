/** Rules about what a program has more than once: functions, instances, data, libraries. */
package dev.weighbridge.lint.rules.copies;
