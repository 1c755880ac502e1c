package news.nashra.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.nashra.core.Ids;
import news.nashra.core.aws.Item;
import news.nashra.local.aws.LocalAws;
import news.nashra.media.Picture;
import software.amazon.awssdk.core.sync.RequestBody;

/// Measures what ResizeMedia costs compared with libvips.
final class PictureBench {
  static final String UPLOADS = "uploads";
  private static final String SITE = "site";
  private static final String TABLE = "media";

  /// The heap that Lambda gives a function with 2560 MB, its `MemorySize`.
  private static final String HEAP = "-Xmx2176m";

  private static final int WARM_RUNS = 3;

  private PictureBench() {}

  private record Input(String name, byte[] file) {}

  static void measure(Report report) throws Exception {
    try (var aws = LocalAws.inMemory()) {
      aws.createTable(TABLE);
      aws.createBucket(UPLOADS);
      aws.createBucket(SITE);
      resize(aws, report);
    }
  }

  private static void resize(LocalAws aws, Report report) throws Exception {
    var inputs =
        List.of(
            new Input("JPEG, 1 megapixel", Photograph.jpeg(Photograph.of(1224, 816, 3))),
            new Input("JPEG, 12 megapixels", Photograph.jpeg(Photograph.of(4242, 2828, 4))),
            new Input("JPEG, 48 megapixels", Photograph.jpeg(Photograph.of(8485, 5656, 5))),
            new Input("JPEG, 60 megapixels", Photograph.jpeg(Photograph.of(9486, 6324, 6))),
            new Input("PNG, 60 megapixels of 64 bits", Photograph.deepPng(9486, 6324)));
    var rows = new ArrayList<List<String>>();
    for (var input : inputs) {
      rows.add(row(aws, input));
    }
    report.section(
        "From a file to its renditions",
        "ResizeMedia in a process of its own with the heap of its memory setting ("
            + HEAP
            + "), first (cold) and "
            + WARM_RUNS
            + " times more: the choice of the quality, five widths, each as JPEG and as WebP where that is smaller, and three cuts, written to S3Proxy. For comparison, libvips (`vipsthumbnail`) makes the"
            + " same ten files, at the qualities 75 and 65, on disk, in the same run, a process for each file.");
    report.table(
        List.of("input", "in", "out", "cold", "warm", "peak memory", "libvips", "libvips out"),
        rows);
  }

  private static List<String> row(LocalAws aws, Input input) throws Exception {
    if (input.file().length > 25 * 1024 * 1024) {
      throw new IllegalStateException(input.name() + " is larger than an upload may be");
    }
    var keys = new ArrayList<String>();
    for (int i = 0; i <= WARM_RUNS; i++) {
      keys.add(upload(aws, input.file()));
    }
    var lines = run(resizeCommand(keys), aws);
    long warm =
        lines.subList(1, WARM_RUNS + 1).stream().mapToLong(Long::parseLong).sum() / WARM_RUNS;
    long out =
        aws
            .s3()
            .listObjectsV2(r -> r.bucket(SITE).prefix("media/" + keys.getFirst()))
            .contents()
            .stream()
            .mapToLong(object -> object.size())
            .sum();
    var vips = vips(input);
    return List.of(
        input.name(),
        kilobytes(input.file().length),
        kilobytes(out),
        lines.getFirst() + " ms",
        warm + " ms",
        lines.getLast() + " MB",
        vips.get(0),
        vips.get(1));
  }

  private static String upload(LocalAws aws, byte[] file) {
    var id = new Ids(Instant::now).get();
    var item =
        Item.at("MEDIA", id)
            .with("filename", "bench.jpg")
            .with("contentType", "image/jpeg")
            .with("bytes", file.length)
            .with("editor", "bench")
            .with("createdAt", Instant.now())
            .with("status", "awaiting");
    aws.dynamoDb().putItem(r -> r.tableName(TABLE).item(item.attributes()));
    aws.s3().putObject(r -> r.bucket(UPLOADS).key(id), RequestBody.fromBytes(file));
    return id;
  }

  private static List<String> resizeCommand(List<String> keys) {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ResizeOnce.class.getName()));
    command.addAll(keys);
    return command;
  }

  /// The lines that a process prints.
  private static List<String> run(List<String> command, LocalAws aws) throws Exception {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(aws.environment());
    builder.environment().put("MEDIA_TABLE", TABLE);
    builder.environment().put("SITE_BUCKET", SITE);
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command.getFirst() + " failed: " + out);
    }
    return out.lines().toList();
  }

  /// The time libvips takes for the same renditions, and their size.
  private static List<String> vips(Input input) throws Exception {
    var folder = Files.createTempDirectory("nashra-vips");
    var file = Files.write(folder.resolve("in"), input.file());
    long start = System.nanoTime();
    for (int width : Picture.RENDITION_WIDTHS) {
      for (var format : List.of("webp[Q=75,strip]", "jpg[Q=65,strip,interlace,optimize_coding]")) {
        var target = folder.resolve(width + "." + format);
        var command =
            List.of(
                "vipsthumbnail", file.toString(), "--size", width + "x>", "-o", target.toString());
        try {
          if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            return List.of("failed", "");
          }
        } catch (IOException e) {
          System.out.println("no vipsthumbnail here (Debian: libvips-tools): left out");
          return List.of("not installed", "");
        }
      }
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    long bytes = 0;
    try (var files = Files.list(folder)) {
      for (var made : files.filter(f -> !f.equals(file)).toList()) {
        bytes += Files.size(made);
      }
    }
    return List.of(millis + " ms", kilobytes(bytes));
  }

  private static String kilobytes(long bytes) {
    return String.format(Locale.ROOT, "%,d KB", bytes / 1024);
  }
}
