/** What packed programs state of themselves. */
@NullMarked
package dev.weighbridge.formats.internal.upx;

import org.jspecify.annotations.NullMarked;
