package news.nashra.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.nashra.core.http.Json;
import news.nashra.media.ResizeMedia;
import org.jspecify.annotations.NullUnmarked;

/// Runs ResizeMedia in a process of its own with an event for each key. Prints the milliseconds of
/// each, and at last the peak memory of the process in megabytes.
@NullUnmarked // without Lambda's context
final class ResizeOnce {
  private ResizeOnce() {}

  public static void main(String[] keys) throws Exception {
    var function = new ResizeMedia();
    for (var key : keys) {
      var record =
          Map.of(
              "s3",
              Map.of("bucket", Map.of("name", PictureBench.UPLOADS), "object", Map.of("key", key)));
      var event = Json.write(Map.of("Records", List.of(record)));
      long start = System.nanoTime();
      function.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          new ByteArrayOutputStream(),
          null);
      System.out.println((System.nanoTime() - start) / 1_000_000);
    }
    for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM")) {
        System.out.println(Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024);
      }
    }
    System.exit(0);
  }
}
