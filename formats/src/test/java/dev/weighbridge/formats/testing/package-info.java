/** What tests of every module share: described binaries, fixtures, mutations, native tools. */
package dev.weighbridge.formats.testing;
