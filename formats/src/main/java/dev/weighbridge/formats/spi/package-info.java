/** What a format must offer to be read: services, found by the JDK's service loader. */
package dev.weighbridge.formats.spi;
