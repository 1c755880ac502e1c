package news.nashra.core.snapstart;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.PrimedAws;
import news.nashra.core.http.Json;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/// Primes a function before Lambda [takes its
/// snapshot](https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html): its
/// events, which are samples of `events/`, pass through a twin of it, so that a restored snapshot
/// has loaded the classes that the first request needs.
///
/// The twin has clients of its own, and nothing that it does reaches AWS ([PrimedAws]). With the
/// servers that it would ask one connection each is opened and closed. It is gone afterwards, with
/// its credentials: a restored function makes its own, and its own ids. It writes no metric. If
/// priming fails, the log says so, and the snapshot is taken without it.
public final class Priming implements Resource {
  /// CRaC forgets whatever nobody else holds.
  private static @Nullable Priming next;

  private final Settings settings;
  private final Function<Aws, RequestStreamHandler> twin;
  private final List<String> events;
  private Optional<String> created = Optional.empty();

  private Priming(
      Settings settings, Function<Aws, RequestStreamHandler> twin, List<String> events) {
    this.settings = settings;
    this.twin = twin;
    this.events = events;
  }

  /// Has `function` primed, if a snapshot of it will be taken. Called once, while it starts.
  ///
  /// @param twin makes another one, whose calls do not reach AWS
  public static void beforeSnapshot(
      RequestStreamHandler function, Settings settings, Function<Aws, RequestStreamHandler> twin) {
    if (settings.find("AWS_LAMBDA_INITIALIZATION_TYPE").filter("snap-start"::equals).isPresent()) {
      var events = List.of(function.getClass().getAnnotation(PrimedBy.class).value());
      next = new Priming(settings, twin, events);
      Core.getGlobalContext().register(next);
    }
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    long start = System.nanoTime();
    try {
      Log.mute(this::prime);
      Log.info("primed", Map.of("events", events, "ms", (System.nanoTime() - start) / 1_000_000));
    } catch (RuntimeException | LinkageError e) {
      Log.error("priming failed", e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // A function opens nothing before its first request.
  }

  private void prime() {
    var primed = new PrimedAws(settings);
    var handler = twin.apply(primed.aws());
    try {
      for (var event : events) {
        pass(handler, event);
      }
      primed.greet();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void pass(RequestStreamHandler handler, String name) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event(name)), out, null);
    var answer = Json.read(out.toString(StandardCharsets.UTF_8));
    if (answer.path("statusCode").asInt() >= 500) {
      throw new IllegalStateException(name + " was answered " + answer);
    }
    if (answer.path("statusCode").asInt() == 201) {
      created = Optional.of(Json.read(answer.path("body").asText()).path("id").asText());
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
