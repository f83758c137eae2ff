/** Conclusions: whose every byte is, and how we know. */
package dev.weighbridge.attribution;
