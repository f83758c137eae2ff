/**
 * The machines that code is for, as values: what all formats call them, and how wide they are.
 *
 * <pre>{@code
 * Machine machine = model.file().images().get(0).machine();
 * System.out.println(machine.name() + ", addresses of " + machine.addressBits() + " bits");
 * }</pre>
 */
@NullMarked
package dev.weighbridge.formats.machine;

import org.jspecify.annotations.NullMarked;
