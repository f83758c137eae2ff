/** The file system squashfs, which AppImages and images of firmware are. */
package dev.weighbridge.formats.internal.packages.squashfs;
