package dev.weighbridge.report;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Explanation;

/**
 * What is known of one byte: the answer of the {@code explain} command.
 *
 * @param attribution the file it is in
 * @param explanation every layer at its place
 */
public record PlaceReport(Attribution attribution, Explanation explanation) {}
