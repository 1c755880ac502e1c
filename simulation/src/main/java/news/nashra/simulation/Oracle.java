package news.nashra.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import org.jspecify.annotations.NullUnmarked;

/// Compares the bucket with the tables at the end: presses everything from the tables into an empty
/// bucket and compares key by key.
@NullUnmarked
final class Oracle {
  /// The beginning of each fault of an acknowledged write.
  static final String WRITE = "acknowledged write";

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String MEDIA = "media/";

  private final Backend backend;
  private final Names names;
  private final SimulatedClock clock;
  private final List<String> faults = new ArrayList<>();

  Oracle(Backend backend, Names names, SimulatedClock clock) {
    this.backend = backend;
    this.names = names;
    this.clock = clock;
  }

  /// The faults, each beginning with the name of its check.
  List<String> check(Ledger ledger, FirstSights sights) {
    var pages = new AllObjects(backend.s3(), names.site()).read();
    Parallel.inOrder(this::pressAgain);
    compare(pages, new AllObjects(backend.s3(), names.again()).read());
    media(pages);
    var truth = new Truth(backend.dynamoDb(), names);
    faults.addAll(new PageChecks(truth, pages, ledger, clock.instant().minus(MINUTE)).check());
    faults.addAll(new ReleaseChecks(truth, sights, clock).check());
    faults.addAll(new LivePageChecks(truth, pages).check());
    new WriteChecks(truth, ledger).check().forEach(fault -> faults.add(WRITE + ": " + fault));
    new LiveWriteChecks(truth, ledger).check().forEach(fault -> faults.add(WRITE + ": " + fault));
    return faults;
  }

  private void pressAgain() {
    var functions =
        new HomepageFunctions(
            Functions.SITE,
            new Table(backend.dynamoDb(), names.articles()),
            new Table(backend.dynamoDb(), names.comments()),
            new Press(Bucket.of(backend.s3(), names.again()), clock));
    for (var slice : Json.read(call(functions.repress(), Map.of())).path("slices")) {
      call(functions.repress(), slice);
    }
    call(functions.rebuild(clock), Map.of("full", true));
  }

  private static String call(RequestStreamHandler handler, Object event) {
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private void compare(
      Map<String, AllObjects.Stored> pages, Map<String, AllObjects.Stored> expected) {
    var keys = new TreeSet<>(pages.keySet());
    keys.addAll(expected.keySet());
    for (var key : keys) {
      if (key.startsWith(MEDIA)) {
        continue;
      }
      var page = pages.get(key);
      var truth = expected.get(key);
      if (truth == null) {
        faults.add("key without truth: " + key);
      } else if (page == null) {
        faults.add("truth without key: " + key);
      } else if (!page.equals(truth)) {
        faults.add("differs from the truth: " + key + " " + page.difference(truth));
      }
    }
  }

  private void media(Map<String, AllObjects.Stored> pages) {
    var expected = new TreeMap<String, String>();
    for (var item : new Table(backend.dynamoDb(), names.media()).partition("MEDIA")) {
      MediaFunctions.keys(item).forEach(key -> expected.put(key, item.sk()));
    }
    expected.forEach((key, id) -> {
      if (!pages.containsKey(key)) {
        faults.add("truth without key: " + key);
      }
    });
    pages.keySet().stream()
        .filter(key -> key.startsWith(MEDIA) && !expected.containsKey(key))
        .forEach(key -> faults.add("picture without truth: " + key));
  }
}
