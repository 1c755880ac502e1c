package news.nashra.local.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;
import news.nashra.core.http.Problems;
import news.nashra.local.aws.LocalAws;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// The newspaper, running: functions, tables, bucket, routes, schedules and streams of
/// `template.yaml` in one process.
public final class Stack implements AutoCloseable {
  private static final int GZIP_FROM_BYTES = 1000;

  /// A function may take its whole timeout, and be tried again.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LocalAws aws;
  private final HttpServer server;
  private final TokenIssuer tokens;
  private final String site;
  private final Map<String, LocalFunction> functions;
  private final List<StreamPump> pumps = new ArrayList<>();
  private final List<BucketEvents> buckets = new ArrayList<>();
  private final List<LocalFunction> scheduled = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  private Stack(Options options, Path data) throws IOException {
    var secrets = new Secrets(data.resolve("secrets"));
    var template =
        Template.read(options.home().resolve("template.yaml"), options.parameters(), secrets::of);
    this.server = bind(options.port());
    try {
      this.aws = services(options);
    } catch (RuntimeException e) {
      server.stop(0);
      throw e;
    }
    template
        .resources("AWS::DynamoDB::Table")
        .forEach(
            (name, table) -> aws.createTable(Template.physicalName(name), Template.indexes(table)));
    template
        .resources("AWS::S3::Bucket")
        .keySet()
        .forEach(name -> aws.createBucket(Template.physicalName(name)));
    var common = new LinkedHashMap<>(aws.environment());
    common.put("SITE_ORIGIN", "http://localhost:" + server.getAddress().getPort());
    this.functions =
        new FunctionFactory(template, options.home(), data.resolve("functions"), common).all();
    this.tokens = issuer(template, secrets);
    this.site =
        Template.physicalName(template.resources("AWS::S3::Bucket").keySet().iterator().next());
    serve(template);
    triggers(template, Files.createDirectories(data.resolve("streams")));
    notifications(template);
  }

  /// Starts the newspaper; it answers when this returns.
  public static Stack start(Options options) {
    try {
      var data = options.data().isPresent() ? options.data().get() : temporary();
      var stack = new Stack(options, Files.createDirectories(data));
      if (options.demo()) {
        DemoEdition.loadOnce(
            stack.uri(), stack::token, options.home().resolve("edition/demo"), data);
      }
      stack.fireSchedules();
      stack.clock.scheduleAtFixedRate(stack::fireSchedules, 60, 60, TimeUnit.SECONDS);
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the newspaper is, `http://localhost:8080`.
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /// A token for `editor`, `moderator`, `editor,moderator` or `nobody`.
  public String token(String as) {
    return tokens.token(as).orElseThrow();
  }

  /// The bucket of the pages: the template's first.
  public String site() {
    return site;
  }

  /// The services below, for tests that look there.
  public LocalAws aws() {
    return aws;
  }

  /// The names of the template's functions.
  public Set<String> functions() {
    return functions.keySet();
  }

  /// Hands an event to a function, as `sam local invoke` does.
  public byte[] invoke(String function, byte[] event) {
    var found = functions.get(function);
    if (found == null) {
      throw new IllegalArgumentException("no function " + function);
    }
    try {
      return found.invoke(event);
    } catch (LocalFunction.Failed e) {
      throw new IllegalStateException(e);
    }
  }

  /// Does what the schedules do each minute.
  public void fireSchedules() {
    for (var function : scheduled) {
      try {
        function.invoke("{}".getBytes(StandardCharsets.UTF_8));
      } catch (LocalFunction.Failed | RuntimeException e) {
        System.err.println(e.getMessage()); // the next minute comes all the same
      }
    }
  }

  /// Waits until the streams and the buckets have delivered all that was written before.
  public void settle() {
    var until = System.nanoTime() + PATIENCE.toNanos();
    buckets.forEach(bucket -> settle(bucket::idleRounds, until));
    pumps.forEach(pump -> settle(pump::idleRounds, until));
  }

  private static void settle(LongSupplier idleRounds, long until) {
    long target = idleRounds.getAsLong() + 2;
    while (idleRounds.getAsLong() < target) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the newspaper does not come to rest");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    server.stop(0);
    pumps.forEach(StreamPump::close);
    buckets.forEach(BucketEvents::close);
    functions.values().forEach(LocalFunction::close);
    aws.close();
  }

  private static Path temporary() throws IOException {
    return Files.createTempDirectory("nashra");
  }

  private static LocalAws services(Options options) {
    return options
        .services()
        .map(LocalAws::running)
        .orElseGet(() -> options.data().map(LocalAws::at).orElseGet(LocalAws::inMemory));
  }

  private static HttpServer bind(int port) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
    } catch (BindException e) {
      throw new StackFault(
          "port " + port + " is taken: stop what runs there, or set NASHRA_PORT to another");
    }
  }

  private static TokenIssuer issuer(Template template, Secrets secrets) {
    var api = template.resources("AWS::Serverless::HttpApi").values().iterator().next();
    var authorizers = api.get("Auth").get("Authorizers").fields();
    var jwt = authorizers.get(api.get("Auth").get("DefaultAuthorizer").text());
    if (jwt == null) {
      throw api.get("Auth").fault("the default authorizer is not there");
    }
    var configuration = jwt.get("JwtConfiguration");
    return new TokenIssuer(
        secrets,
        template.resolve(configuration.get("issuer")),
        template.resolve(configuration.get("audience").list().getFirst()));
  }

  private void serve(Template template) {
    var problems = new Problems(Messages.load(Edition.load().language()));
    var api = new HttpApi(routes(template), tokens, problems);
    var headers = PageHeaders.read(template);
    var files = new SiteFiles(aws.s3(), site, headers);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.createContext("/", exchange -> respond(exchange, files.answer(exchange)));
    server.createContext(
        "/api/", exchange -> respond(exchange, api.answer(exchange).with(headers)));
    server.createContext("/local/token", exchange -> respond(exchange, token(exchange)));
    server.start();
  }

  private List<ApiRoute> routes(Template template) {
    var routes = new ArrayList<ApiRoute>();
    events(
        template,
        "HttpApi",
        (name, function, event) ->
            routes.add(
                new ApiRoute(
                    event.get("Method").text(),
                    event.get("Path").text(),
                    event.at("Auth", "Authorizer").map(a -> a.text().equals("NONE")).orElse(false),
                    function)));
    return routes;
  }

  private void triggers(Template template, Path progress) {
    events(
        template,
        "ScheduleV2",
        (name, function, event) -> {
          var expression = event.get("ScheduleExpression");
          if (!expression.text().equals("rate(1 minute)")) {
            throw expression.fault("the local stack has one schedule, rate(1 minute)");
          }
          scheduled.add(function);
        });
    events(
        template,
        "DynamoDB",
        (name, function, event) -> {
          var table = template.resolve(event.get("Stream")).replaceAll("\\..*", "");
          pumps.add(new StreamPump(source(name, table, function, event), aws.streams(), progress));
        });
  }

  private void notifications(Template template) {
    events(
        template,
        "S3",
        (name, function, event) -> {
          if (!template.resolve(event.get("Events")).equals("s3:ObjectCreated:*")) {
            throw event.get("Events").fault("the local stack has one event, s3:ObjectCreated:*");
          }
          buckets.add(
              new BucketEvents(
                  bucketSource(template, template.resolve(event.get("Bucket")), function),
                  aws.s3()));
        });
  }

  private BucketEvents.Source bucketSource(
      Template template, String bucket, LocalFunction function) {
    var config =
        Optional.ofNullable(template.resources("AWS::Serverless::Function").get(function.name()))
            .flatMap(properties -> properties.find("EventInvokeConfig"));
    return new BucketEvents.Source(
        bucket,
        function,
        config.flatMap(c -> c.find("MaximumRetryAttempts")).map(TemplateValue::number).orElse(2),
        config
            .flatMap(c -> c.at("DestinationConfig", "OnFailure", "Destination"))
            .map(d -> template.resolve(d).replaceAll("\\..*", ""))
            .map(functions::get));
  }

  private StreamPump.Source source(
      String name, String table, LocalFunction function, TemplateValue event) {
    var arn =
        aws.dynamoDb()
            .describeTable(r -> r.tableName(Template.physicalName(table)))
            .table()
            .latestStreamArn();
    var patterns =
        event.at("FilterCriteria", "Filters").map(TemplateValue::list).orElse(List.of()).stream()
            .map(filter -> filter.get("Pattern").text())
            .toList();
    return new StreamPump.Source(
        name,
        arn,
        function,
        event.get("BatchSize").number(),
        event.get("MaximumRetryAttempts").number(),
        event.find("ParallelizationFactor").map(TemplateValue::number).orElse(1),
        event.find("BisectBatchOnFunctionError").map(v -> v.text().equals("true")).orElse(false),
        event.get("StartingPosition").text().equals("TRIM_HORIZON"),
        StreamPump.filters(patterns));
  }

  private interface EventReader {
    void read(String name, LocalFunction function, TemplateValue properties);
  }

  private void events(Template template, String type, EventReader reader) {
    template
        .resources("AWS::Serverless::Function")
        .forEach((name, properties) ->
            properties
                .find("Events")
                .map(TemplateValue::fields)
                .orElse(Map.of())
                .forEach((event, value) -> {
                  var function = functions.get(name);
                  if (function != null && value.get("Type").text().equals(type)) {
                    reader.read(name + "." + event, function, value.get("Properties"));
                  }
                }));
  }

  private Answer token(HttpExchange exchange) {
    var query = exchange.getRequestURI().getQuery();
    var as = query == null ? "" : query.replaceFirst("^as=", "");
    return tokens
        .token(as)
        .map(t -> text(200, t))
        .orElseGet(() -> text(400, "as=editor, moderator, editor,moderator or nobody\n"));
  }

  private static Answer text(int status, String text) {
    return new Answer(
        status,
        Map.of("content-type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static void respond(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      var headers = exchange.getResponseHeaders();
      answer.headers().forEach(headers::set);
      var body = compressed(exchange, answer);
      boolean bare = exchange.getRequestMethod().equals("HEAD") || answer.status() == 304;
      exchange.sendResponseHeaders(answer.status(), bare || body.length == 0 ? -1 : body.length);
      if (!bare && body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static byte[] compressed(HttpExchange exchange, Answer answer) throws IOException {
    var accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
    var type = String.valueOf(answer.headers().get("content-type"));
    if (!accepted.contains("gzip")
        || answer.body().length < GZIP_FROM_BYTES
        || !type.matches("(?s)(text/|application/|image/svg).*")) {
      return answer.body();
    }
    exchange.getResponseHeaders().set("content-encoding", "gzip");
    exchange.getResponseHeaders().set("vary", "Accept-Encoding");
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(answer.body());
    }
    return out.toByteArray();
  }
}
