/**
 * How long work is watched and ended.
 *
 * <pre>{@code
 * Cancellation cancellation = new Cancellation();
 * Work work =
 *     Work.NONE
 *         .withCancellation(cancellation)
 *         .withListener(
 *             progress ->
 *                 System.out.println(
 *                     progress.stage() + ": " + progress.done() + " of " + progress.total()));
 * Bytes bytes = work.during(() -> FileMapper.open(app));
 * cancellation.cancel(); // ends what is done as this work, in any thread
 * }</pre>
 *
 * <p>Whatever takes long asks {@link dev.weighbridge.formats.work.Work#check} now and then. The
 * package reads no other; every other may read it.
 */
@NullMarked
package dev.weighbridge.formats.work;

import org.jspecify.annotations.NullMarked;
