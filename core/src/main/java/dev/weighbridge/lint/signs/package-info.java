/**
 * What a finished file still tells of how it was built. Each sign is found once for a file and
 * kept; rules of your own may use them.
 */
package dev.weighbridge.lint.signs;
