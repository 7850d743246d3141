package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.warmup.agent.log.Log;
import io.warmup.agent.report.html.HtmlReport;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.model.ProcessIdentity;
import io.warmup.agent.report.model.WarmupReport;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

  private final List<String> lines = new ArrayList<>();
  private final Log log = new Log((level, line) -> lines.add(level + " " + line));

  @Test
  void keepsOneReportARunAndTheLatest(@TempDir Path temp) throws Exception {
    Path folder = temp.resolve("not/yet/there");

    Optional<Path> file = new ReportFolder(folder, log).write(Shop.warmed());

    assertThat(file).contains(folder.resolve("warmup-shop.jar-20261123-100004-4711-1.json"));
    assertThat(ReportJson.read(Files.readString(folder.resolve("latest.json"))))
        .isEqualTo(Shop.warmed());
    assertThat(folder.resolve("latest.json")).hasSameTextualContentAs(file.orElseThrow());
    assertThat(folder.resolve("latest.html")).content().isEqualTo(HtmlReport.render(Shop.warmed()));
    assertThat(lines).isEmpty();
  }

  @Test
  void applicationsOfOneJvmKeepAReportEach(@TempDir Path folder) throws Exception {
    ReportFolder reports = new ReportFolder(folder, log);
    WarmupReport shop = Shop.warmed();
    WarmupReport other = of("/other shop", shop);

    Path first = reports.write(shop).orElseThrow();
    Path second = reports.write(other).orElseThrow();

    assertThat(second).hasFileName("warmup--other-shop-20261123-100004-4711-1.json");
    assertThat(ReportJson.read(Files.readString(first))).isEqualTo(shop);
    assertThat(ReportJson.read(Files.readString(second))).isEqualTo(other);
  }

  @Test
  void whatIsObservedLaterLeavesTheRunsReportAlone(@TempDir Path folder) throws Exception {
    ReportFolder reports = new ReportFolder(folder, log);
    Path warmed = reports.write(Shop.warmed()).orElseThrow();

    Path observed = reports.write(Shop.control()).orElseThrow();

    assertThat(observed.getFileName().toString()).endsWith("-4711-observe.json");
    assertThat(ReportJson.read(Files.readString(warmed))).isEqualTo(Shop.warmed());
    assertThat(folder.resolve("latest.json")).hasSameTextualContentAs(observed);
  }

  @Test
  void onlyTheOwnerMayReadThem(@TempDir Path folder) throws Exception {
    Path file = new ReportFolder(folder, log).write(Shop.warmed()).orElseThrow();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void onlyTheOwnerMayEnterAFolderThatIsMadeForThem(@TempDir Path temp) throws Exception {
    Path folder = temp.resolve("a/b");
    new ReportFolder(folder, log).write(Shop.warmed()).orElseThrow();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderThatIsNoneCostsOneLine(@TempDir Path temp) throws Exception {
    Path file = Files.createFile(temp.resolve("a-file"));

    assertThat(new ReportFolder(file, log).write(Shop.warmed())).isEmpty();

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("WARN [warmup] the report could not be");
  }

  @Test
  void aFolderThatTakesNoFileCostsOneLine(@TempDir Path folder) throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(folder), "root may write anywhere");

    assertThat(new ReportFolder(folder, log).write(Shop.warmed())).isEmpty();

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("AccessDeniedException", "Set report.folder to a writable folder");
  }

  @Test
  void aFullDiskCostsOneLineAndLeavesNoHalfAFile() throws Exception {
    Configuration small =
        Configuration.unix().toBuilder()
            .setBlockSize(512)
            .setMaxSize(2_048)
            .setAttributeViews("posix")
            .build();
    try (FileSystem disk = Jimfs.newFileSystem(small)) {
      Path folder = Files.createDirectory(disk.getPath("/reports"));

      assertThat(new ReportFolder(folder, log).write(Shop.warmed())).isEmpty();

      assertThat(lines).singleElement().asString().contains("out of disk space");
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
    }
  }

  private static WarmupReport of(String application, WarmupReport report) {
    ProcessIdentity process = report.process();
    return new WarmupReport(
        report.schemaVersion(),
        report.created(),
        report.agentVersion(),
        new ProcessIdentity(
            process.host(), process.pid(), application, process.jvm(), process.started()),
        report.mode(),
        report.gate(),
        report.runs(),
        report.caches(),
        report.overhead(),
        report.configuration());
  }
}
