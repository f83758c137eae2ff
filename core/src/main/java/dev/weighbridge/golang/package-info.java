/** What programs of Go say of their packages and modules. */
@NullMarked
package dev.weighbridge.golang;

import org.jspecify.annotations.NullMarked;
