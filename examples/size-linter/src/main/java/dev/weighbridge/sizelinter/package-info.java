/** An example: a linter with two rules of one's own. */
package dev.weighbridge.sizelinter;
