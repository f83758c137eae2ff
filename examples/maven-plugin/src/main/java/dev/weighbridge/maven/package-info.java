/** Goals of Maven that weigh a program, hold it to a budget, lint it and tell what changed. */
@NullMarked
package dev.weighbridge.maven;

import org.jspecify.annotations.NullMarked;
