/**
 * Rules about panics: their messages, the formatting that these bring, unwinding and its tables.
 */
package dev.weighbridge.lint.rules.panics;
