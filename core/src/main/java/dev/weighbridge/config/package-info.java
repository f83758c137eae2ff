/**
 * What is told of a settings file that cannot be used: of lint settings, baselines, budgets and
 * rules.
 */
package dev.weighbridge.config;
