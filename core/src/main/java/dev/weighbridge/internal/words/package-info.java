/** What people write in place of a word that is known. */
package dev.weighbridge.internal.words;
