package news.nashra.core.snapstart;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Connections;
import news.nashra.core.aws.PrimedAws;
import news.nashra.core.http.Json;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/// Primes a function before Lambda [takes its
/// snapshot](https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html):
/// samples of `events/` pass through another instance of it, so that a restored snapshot has loaded
/// classes that its first requests need.
///
/// That instance has clients of its own, which send nothing ([PrimedAws]). A connection to each
/// server that they would have asked is opened and closed. It writes no metric. If something fails,
/// the log says so, and the snapshot is taken all the same.
public final class Priming implements Resource {
  /// What an answer calls that which was created.
  private static final List<String> CREATED = List.of("id", "mediaId");

  /// CRaC forgets whatever nobody else holds.
  private static @Nullable Priming next;

  private final Settings settings;
  private final Function<Aws, RequestStreamHandler> another;
  private final List<String> events;
  private Optional<String> created = Optional.empty();

  Priming(Settings settings, Function<Aws, RequestStreamHandler> another, List<String> events) {
    this.settings = settings;
    this.another = another;
    this.events = events;
  }

  /// Has `function` primed, if a snapshot of it will be taken. Called once, while it starts.
  ///
  /// @param another makes another instance of it, or gives the same one if it calls no service
  public static void beforeSnapshot(
      RequestStreamHandler function,
      Settings settings,
      Function<Aws, RequestStreamHandler> another) {
    if (settings.find("AWS_LAMBDA_INITIALIZATION_TYPE").filter("snap-start"::equals).isPresent()) {
      var events = List.of(function.getClass().getAnnotation(PrimedBy.class).value());
      next = new Priming(settings, another, events);
      Core.getGlobalContext().register(next);
    }
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    long start = System.nanoTime();
    try {
      Log.withoutMetrics(this::prime);
      Log.info("primed", Map.of("events", events, "ms", (System.nanoTime() - start) / 1_000_000));
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      Log.error("priming failed", e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // A function opens nothing before its first request.
  }

  private void prime() {
    var primed = new PrimedAws(settings);
    var function = another.apply(primed.aws());
    try {
      for (var event : events) {
        pass(function, event);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    primed.servers().forEach(Priming::connect);
  }

  private static void connect(URI server) {
    try {
      Connections.tryOut(server);
    } catch (IOException e) {
      Log.error("no connection while priming", e);
    }
  }

  private void pass(RequestStreamHandler function, String name) throws IOException {
    var out = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event(name)), out, null);
    var answer = Json.read(out.toString(StandardCharsets.UTF_8));
    int status = answer.path("statusCode").asInt();
    if (status >= 500) {
      throw new IllegalStateException(name + " was answered " + answer);
    }
    if (status == 201) {
      var body = Json.read(answer.path("body").asText());
      created = CREATED.stream().filter(body::has).map(id -> body.path(id).asText()).findFirst();
    }
  }

  /// A sample, which is about what an earlier one created, if one did.
  private byte[] event(String name) throws IOException {
    try (var sample = Priming.class.getResourceAsStream("/events/" + name + ".json")) {
      if (sample == null) {
        throw new FileNotFoundException(name);
      }
      var text = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
      var id = Json.read(text).path("pathParameters").path("id").asText();
      return (id.isEmpty() ? text : text.replace(id, created.orElse(id)))
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
