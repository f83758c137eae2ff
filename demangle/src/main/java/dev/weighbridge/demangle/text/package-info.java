/** What every scheme needs: characters, a buffer for text, hashes of parts of names. */
package dev.weighbridge.demangle.text;
