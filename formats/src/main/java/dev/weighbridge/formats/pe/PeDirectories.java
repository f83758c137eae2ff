package dev.weighbridge.formats.pe;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_DEBUG;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_EXPORT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_IMPORT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_LOAD_CONFIG;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_SECURITY;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_TLS;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.pe.directories.PeCertificate;
import dev.weighbridge.formats.pe.directories.PeClrHeader;
import dev.weighbridge.formats.pe.directories.PeDebugEntry;
import dev.weighbridge.formats.pe.directories.PeLoadConfig;
import dev.weighbridge.formats.pe.directories.PeTls;
import dev.weighbridge.formats.pe.directories.PeTlsCallback;
import dev.weighbridge.formats.pe.exports.PeExportTable;
import dev.weighbridge.formats.pe.headers.PeArea;
import dev.weighbridge.formats.pe.headers.PeDataDirectory;
import dev.weighbridge.formats.pe.headers.PeImage;
import dev.weighbridge.formats.pe.imports.PeBoundImport;
import dev.weighbridge.formats.pe.imports.PeImportDescriptor;
import dev.weighbridge.formats.pe.imports.PeImportTable;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads the small tables that data directories point at. */
final class PeDirectories {
  private static final int CERTIFICATE_HEADER = 8;
  private static final int BOUND_IMPORT = 8;

  /** A list of callbacks ends with 0; one that does not must end, too. */
  private static final int MAX_CALLBACKS = 1 << 10;

  private final PeImage image;
  private final Bytes file;
  private final PeHeaders rows;

  PeDirectories(PeImage image) {
    this.image = image;
    this.file = image.file();
    this.rows = new PeHeaders(file, image.is64Bit());
  }

  PeExportTable exports() {
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_EXPORT, "pe.exports");
    return area.size() < rows.rowSize(PeHeaders.EXPORT_DIRECTORY)
        ? PeExportTable.none(image)
        : PeExportTable.read(image, area, rows.exportDirectory(area.fileStart()));
  }

  /** The imports that the loader resolves before the program starts. */
  PeImportTable imports() {
    int size = rows.rowSize(PeHeaders.IMPORT_DESCRIPTOR);
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_IMPORT, "pe.imports");
    return PeImportTable.read(image, descriptors(area, size, rows::importDescriptor));
  }

  /**
   * The imports resolved when first used.
   *
   * @param imageBase subtracted from the addresses of old tables, which are not relative
   */
  PeImportTable delayImports(long imageBase) {
    int size = rows.rowSize(PeHeaders.DELAY_IMPORT_DESCRIPTOR);
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT, "pe.delay_imports");
    return PeImportTable.read(
        image, descriptors(area, size, at -> rows.delayImportDescriptor(at, imageBase)));
  }

  /** The size of the directory is not binding; the empty descriptor is. */
  private List<PeImportDescriptor> descriptors(
      PeArea area, int size, LongFunction<PeImportDescriptor> rowAt) {
    List<PeImportDescriptor> found = new ArrayList<>();
    long end = area.isEmpty() ? 0 : area.fileStart() + image.room(area.rva());
    for (long at = area.fileStart(); at + size <= end; at += size) {
      PeImportDescriptor row = rowAt.apply(at);
      if (row.isLast() || found.size() > Limits.MAX_LIBRARIES) {
        break;
      }
      found.add(row);
    }
    return found;
  }

  List<PeDebugEntry> debugEntries() {
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_DEBUG, "pe.debug");
    int size = rows.rowSize(PeHeaders.DEBUG_ENTRY);
    List<PeDebugEntry> entries = new ArrayList<>();
    for (long at = area.fileStart(); at + size <= area.fileEnd(); at += size) {
      PeDebugEntry entry = rows.debugEntry(at, entries.size());
      entries.add(entry);
      if (!file.contains(entry.dataOffset(), entry.dataSize())) {
        image
            .diagnostics()
            .warn("pe.debug[" + entry.index() + "]", at, "data inside the file", "none there");
      }
    }
    return List.copyOf(entries);
  }

  /** The certificate table, the only one whose directory states a file offset. */
  List<PeCertificate> certificates(List<PeDataDirectory> directories) {
    List<PeCertificate> found = new ArrayList<>();
    if (directories.size() <= IMAGE_DIRECTORY_ENTRY_SECURITY) {
      return found;
    }
    PeDataDirectory row = directories.get(IMAGE_DIRECTORY_ENTRY_SECURITY);
    long end = Math.min(file.length(), row.rva() + row.size());
    long at = row.rva();
    while (at > 0 && end - at >= CERTIFICATE_HEADER) {
      long size = file.u32(at);
      if (size < CERTIFICATE_HEADER || size > end - at) {
        complain(at, size, end - at);
        break;
      }
      int revision = file.u16(at + 4);
      int type = file.u16(at + 6);
      found.add(new PeCertificate(found.size(), revision, type, at, at + size));
      at += size + 7 & ~7L;
    }
    return List.copyOf(found);
  }

  private void complain(long at, long size, long room) {
    if (size != 0) {
      image.diagnostics().warn("pe.certificate", at, "8 to " + room + " bytes", size + " bytes");
    }
  }

  List<PeBoundImport> boundImports() {
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT, "pe.bound_imports");
    List<PeBoundImport> found = new ArrayList<>();
    long at = area.fileStart();
    while (area.fileEnd() - at >= BOUND_IMPORT && file.u32(at) != 0) {
      int forwarders = file.u16(at + 6);
      long end = at + BOUND_IMPORT * (1L + forwarders);
      if (end > area.fileEnd()) {
        complain(at, end - at, area.fileEnd() - at);
        break;
      }
      long name = area.fileStart() + file.u16(at + 4);
      int length = name < area.fileEnd() ? image.stringLength(name, area.fileEnd() - name) : -1;
      String text = length < 0 ? "" : file.text(name, name + length);
      long nameStart = length < 0 ? -1 : name;
      found.add(
          new PeBoundImport(found.size(), text, file.i32(at), forwarders, nameStart, at, end));
      at = end;
    }
    return List.copyOf(found);
  }

  Optional<PeTls> tls() {
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_TLS, "pe.tls");
    boolean isWhole = area.size() >= rows.rowSize(PeHeaders.TLS_DIRECTORY);
    return isWhole ? Optional.of(rows.tls(area.fileStart())) : Optional.empty();
  }

  /** The list that the TLS directory points at, which ends with 0. */
  List<PeTlsCallback> tlsCallbacks(PeTls tls, long imageBase) {
    List<PeTlsCallback> found = new ArrayList<>();
    int size = image.is64Bit() ? 8 : 4;
    long rva = tls.callbacksAddress() - imageBase;
    long room = tls.callbacksAddress() == 0 ? 0 : image.room(rva);
    while (found.size() < MAX_CALLBACKS && size * (found.size() + 1L) <= room) {
      long at = image.fileOffset(rva) + (long) size * found.size();
      long address = size == 8 ? file.i64(at) : file.u32(at);
      if (address == 0) {
        break;
      }
      found.add(new PeTlsCallback(found.size(), address, at, at + size));
    }
    return List.copyOf(found);
  }

  Optional<PeClrHeader> clrHeader() {
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR, "pe.clr");
    boolean isWhole = area.size() >= rows.rowSize(PeHeaders.CLR_HEADER);
    return isWhole ? Optional.of(rows.clrHeader(area.fileStart())) : Optional.empty();
  }

  Optional<PeLoadConfig> loadConfig(long imageBase) {
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_LOAD_CONFIG, "pe.load_config");
    return area.size() < 4
        ? Optional.empty()
        : Optional.of(PeLoadConfig.read(image, area, imageBase));
  }
}
