/**
 * Tests on what programs weigh: assertions for AssertJ, and an extension of JUnit that holds a
 * program to a budget.
 */
@NullMarked
package dev.weighbridge.junit;

import org.jspecify.annotations.NullMarked;
