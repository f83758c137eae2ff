/** Work for several threads. */
package dev.weighbridge.formats.internal.tasks;
