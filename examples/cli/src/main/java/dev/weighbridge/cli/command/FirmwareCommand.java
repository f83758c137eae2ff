package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.GivenFiles;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.firmware.FirmwareImage;
import dev.weighbridge.formats.firmware.FirmwareReader;
import dev.weighbridge.region.ImageComparison;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.inspect.FirmwareReport;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge firmware FILE IMAGE}: a program beside the image that is written to flash. */
public final class FirmwareCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "firmware",
            "Compare a program with its image for flash: which bytes only one of them has.");
    spec.addPositional(Options.parameter(0, "FILE", "The program."));
    spec.addPositional(
        Options.parameter(1, "IMAGE", "Intel HEX, S-records, UF2, or raw bytes of it."));
    Options.format(spec, OutputFormat.GENERAL);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    Path file = arguments.file(0, "FILE");
    Path image = arguments.file(1, "IMAGE");
    Results results = new Results(console, arguments);
    BinaryModel model = Input.openAsItIs(file, arguments.plain());
    FirmwareImage read =
        GivenFiles.settings(
            image, path -> FirmwareReader.read(path.toString(), FileMapper.open(path)));
    ImageComparison comparison = ImageComparison.of(model.attribution(), image.toString(), read);
    results.write(new FirmwareReport(model.file(), image.toString(), comparison), format);
    Input.tellDefects(model, console);
  }
}
