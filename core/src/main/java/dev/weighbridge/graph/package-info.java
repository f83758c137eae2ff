/** Who refers to whom: what keeps a function in a file, and what nothing keeps there. */
package dev.weighbridge.graph;
