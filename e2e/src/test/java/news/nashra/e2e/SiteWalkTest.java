package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Whoever follows the links of the newspaper, and loads what its pages load, always arrives.
@ResourceLock(value = DemoNewspaper.LOCK, mode = ResourceAccessMode.READ)
class SiteWalkTest {
  @Test
  void everyAddressOnEveryPageIsThere() {
    var start = DemoNewspaper.stack().uri().resolve("/");
    var from = new HashMap<>(Map.of(start, "the start"));
    var faults = new TreeMap<URI, String>();
    var next = new ArrayDeque<>(from.keySet());
    while (!next.isEmpty()) {
      var address = next.remove();
      var answer = DemoNewspaper.get(address.getRawPath());
      if (answer.statusCode() != 200) {
        faults.put(address, answer.statusCode() + ", linked from " + from.get(address));
      } else if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
        addresses(Jsoup.parse(answer.body(), address.toString()))
            .filter(
                found -> ours(start, found) && from.putIfAbsent(found, address.getPath()) == null)
            .forEach(next::add);
      }
    }
    System.out.println("walked through " + from.size() + " addresses of the demo edition");
    assertThat(faults).isEmpty();
    assertThat(from).hasSizeGreaterThan(27 * 5);
  }

  private static boolean ours(URI start, URI found) {
    return start.getAuthority().equals(found.getAuthority())
        && !found.getPath().startsWith("/api/");
  }

  /// All addresses of a page, without their fragments.
  private static Stream<URI> addresses(Document page) {
    var srcsets =
        page.select("[srcset]").stream()
            .flatMap(element -> Arrays.stream(element.attr("srcset").split(",")))
            .map(candidate -> candidate.strip().split("\\s+")[0]);
    return Stream.of(
            page.select("[href]").eachAttr("href").stream(),
            page.select("[src]").eachAttr("src").stream(),
            srcsets)
        .flatMap(all -> all)
        .map(address -> address.replaceFirst("#.*", ""))
        .filter(address -> !address.isEmpty())
        .map(address -> URI.create(page.baseUri()).resolve(address));
  }
}
