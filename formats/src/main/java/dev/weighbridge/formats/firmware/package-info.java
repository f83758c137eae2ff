/**
 * Images that are written to flash: Intel HEX, Motorola S-records, UF2, raw bytes.
 *
 * <pre>{@code
 * FirmwareImage image = FirmwareReader.read("app.hex", FileMapper.open(Path.of("app.hex")));
 * System.out.println(image.format() + " " + image.size());
 * }</pre>
 */
@NullMarked
package dev.weighbridge.formats.firmware;

import org.jspecify.annotations.NullMarked;
