package news.nashra.local.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import news.nashra.core.Sha256;
import news.nashra.core.http.Json;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.aws.PrivateFiles;
import news.nashra.local.stack.runtime.TemporaryFolder;
import news.nashra.local.stack.template.StackFault;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// `mvn -Prestore-drill`: a newspaper whose tables are restored into new ones, and whose pages and
/// pictures are gone, comes back byte for byte. It does on one machine what docs/operations.md has
/// an operator do under "Restore", and tells how long it took.
public final class RestoreDrill {
  private final Options options;
  private final Path data;

  /// @param options of the newspaper to restore
  /// @param data a folder for the restored newspaper, which holds its secrets
  private RestoreDrill(Options options, Path data) {
    this.options = options;
    this.data = data;
  }

  /// What a drill found.
  ///
  /// @param files that there are, pages and pictures
  /// @param differing keys of files that are missing, new, or have other bytes or headers
  /// @param audit of the restored newspaper
  public record Outcome(
      int items, int files, Times times, TreeSet<String> differing, Audit.Outcome audit) {
    public boolean whole() {
      return differing.isEmpty() && audit.equals(new Audit.Outcome(0, 0, 0));
    }

    @Override
    public String toString() {
      return """
      %d items copied into new tables in %s
      pictures rendered again in %s, pages pressed again in %s
      %s of %d files; audit: %s\
      """
          .formatted(
              items,
              minutes(times.tables),
              minutes(times.pictures),
              minutes(times.pages),
              differing.isEmpty() ? "byte for byte the site that was" : "different: " + differing,
              files,
              audit);
    }

    private static String minutes(Duration time) {
      return "%.2f minutes".formatted(time.toMillis() / 60_000.0);
    }
  }

  /// How long each part took.
  public record Times(Duration tables, Duration pictures, Duration pages) {}

  /// Restores a newspaper, and compares it with what it was. Closes it: the restored one is at the
  /// same address, which is part of every page.
  public static Outcome of(Stack newspaper, Options options) throws IOException {
    var data = TemporaryFolder.create();
    return new RestoreDrill(options, data).run(newspaper);
  }

  private Outcome run(Stack newspaper) throws IOException {
    newspaper.settle();
    try (var services = LocalAws.inMemory()) {
      var before = files(newspaper.aws().s3(), newspaper.site());
      long start = System.nanoTime();
      int items = new TableCopy(newspaper.aws(), services).all();
      var tables = since(start);
      copyOriginals(newspaper, services.s3());
      keepSecrets(newspaper);
      int port = newspaper.uri().getPort();
      newspaper.close();
      var restored =
          new Options(
              options.home(),
              Optional.of(data),
              port,
              false,
              options.parameters(),
              Optional.of(services.endpoints()));
      try (var again = Stack.start(restored)) {
        start = System.nanoTime();
        again.execute("RestoreAllPictures").orThrow();
        var pictures = since(start);
        start = System.nanoTime();
        new Repress(again, again.site()).press();
        var pages = since(start);
        again.settle();
        var after = files(services.s3(), again.site());
        return new Outcome(
            items,
            after.size(),
            new Times(tables, pictures, pages),
            Repress.differing(before, after),
            new Audit(again, 0).run());
      }
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// The uploads bucket is not lost: it keeps old versions.
  private static void copyOriginals(Stack from, S3Client to) {
    for (var bucket : from.aws().s3().listBuckets().buckets()) {
      to.createBucket(r -> r.bucket(bucket.name()));
      if (!bucket.name().equals(from.site())) {
        var s3 = from.aws().s3();
        for (var object : s3.listObjectsV2Paginator(r -> r.bucket(bucket.name())).contents()) {
          var file = s3.getObjectAsBytes(r -> r.bucket(bucket.name()).key(object.key()));
          to.putObject(
              r ->
                  r.bucket(bucket.name())
                      .key(object.key())
                      .contentType(file.response().contentType()),
              RequestBody.fromBytes(file.asByteArray()));
        }
      }
    }
  }

  private void keepSecrets(Stack newspaper) throws IOException {
    var secrets = PrivateFiles.folder(data.resolve("secrets"));
    try (var files = Files.list(newspaper.data().resolve("secrets"))) {
      for (var file : files.toList()) {
        Files.copy(file, secrets.resolve(file.getFileName()));
      }
    }
  }

  /// A hash of the bytes and headers of each file of a bucket.
  private static Map<String, String> files(S3Client s3, String bucket) {
    var files = new TreeMap<String, String>();
    for (var object : s3.listObjectsV2Paginator(r -> r.bucket(bucket)).contents()) {
      var file = s3.getObjectAsBytes(r -> r.bucket(bucket).key(object.key()));
      var headers =
          file.response().contentType()
              + "\n"
              + file.response().cacheControl()
              + "\n"
              + new TreeMap<>(file.response().metadata());
      files.put(
          object.key(),
          Sha256.hex(16, headers.getBytes(StandardCharsets.UTF_8), file.asByteArray()));
    }
    return files;
  }

  /// What the demo edition does not have: news that is in no article, and on every front.
  public static void writeBreakingNews(Stack newspaper) throws IOException, InterruptedException {
    var until = Instant.now().plus(Duration.ofHours(12));
    var news = Json.write(Map.of("text", "خبر عاجل يعود مع الصحيفة", "until", until.toString()));
    var request =
        HttpRequest.newBuilder(newspaper.uri().resolve("/api/homepage/breaking"))
            .header("Authorization", "Bearer " + newspaper.token("editor"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(news))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new StackFault("the breaking news was refused: " + answer.body());
      }
    }
  }

  /// Exits with 1 if anything did not come back.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var home = Path.of(System.getProperty("nashra.home", "")).toAbsolutePath();
    var data = TemporaryFolder.create();
    var out = System.out;
    System.setOut(Console.on(data, out));
    var options = new Options(home, Optional.of(data), 0, true, Map.of(), Optional.empty());
    long start = System.nanoTime();
    var newspaper = Stack.start(options);
    writeBreakingNews(newspaper);
    var outcome = of(newspaper, options);
    out.printf("%n%s%n%.2f minutes in all%n", outcome, since(start).toMillis() / 60_000.0);
    System.exit(outcome.whole() ? 0 : 1); // DynamoDB Local leaves threads behind
  }
}
