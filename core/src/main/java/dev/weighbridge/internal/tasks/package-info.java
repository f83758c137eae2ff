/** Work for several threads. */
package dev.weighbridge.internal.tasks;
