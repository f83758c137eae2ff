/** What rules say alike: numbers in sentences, and where advice is explained at length. */
package dev.weighbridge.lint.wording;
