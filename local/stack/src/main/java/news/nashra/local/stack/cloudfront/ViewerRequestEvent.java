package news.nashra.local.stack.cloudfront;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.WebRequest;

/// The
/// [event](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html)
/// that a CloudFront function gets.
final class ViewerRequestEvent {
  private ViewerRequestEvent() {}

  static String json(WebRequest request) {
    var headers = new LinkedHashMap<>(request.headers());
    var cookies = Optional.ofNullable(headers.remove("cookie")).orElse("");
    var viewed = new LinkedHashMap<String, Object>();
    viewed.put("method", request.method());
    viewed.put("uri", request.path());
    viewed.put("querystring", values(request.query(), "&"));
    viewed.put(
        "headers",
        headers.entrySet().stream().collect(toMap(Map.Entry::getKey, ViewerRequestEvent::value)));
    viewed.put("cookies", values(cookies, ";"));
    var context = Map.of("eventType", "viewer-request", "requestId", UUID.randomUUID().toString());
    return Json.write(
        Map.of(
            "version",
            "1.0",
            "context",
            context,
            "viewer",
            Map.of("ip", request.viewerIp()),
            "request",
            viewed));
  }

  private static Map<String, Object> value(Map.Entry<String, String> header) {
    return Map.of("value", header.getValue());
  }

  /// `a=1&b=2` as `{a: {value: "1"}, b: {value: "2"}}`.
  private static Map<String, Object> values(String pairs, String separator) {
    var values = new LinkedHashMap<String, Object>();
    for (var pair : pairs.split(separator)) {
      if (!pair.isBlank()) {
        var sides = pair.strip().split("=", 2);
        values.put(sides[0], Map.of("value", sides.length == 2 ? sides[1] : ""));
      }
    }
    return values;
  }
}
