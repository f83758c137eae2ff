/** Rules about sections and the file around them: order, padding, relocations, compression. */
package dev.weighbridge.lint.rules.sections;
