/**
 * What a finished file still tells of how it was built. Each fact is found once for a file and
 * kept. The rules of the house use them; they are not exported.
 */
package dev.weighbridge.lint.facts;
