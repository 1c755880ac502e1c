package news.nashra.local.stack.cloudfront;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebRequest;

/// The
/// [event](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html)
/// that a CloudFront function gets. Its request is that of the viewer.
final class ViewerEvent {
  private ViewerEvent() {}

  static String ofRequest(WebRequest request) {
    return Json.write(event("viewer-request", request));
  }

  static String ofResponse(WebRequest request, Answer answer) {
    var response = new LinkedHashMap<String, Object>();
    response.put("statusCode", answer.status());
    response.put("statusDescription", "");
    response.put("headers", headers(answer.headers()));
    response.put("cookies", Map.of());
    var event = event("viewer-response", request);
    event.put("response", response);
    return Json.write(event);
  }

  private static Map<String, Object> event(String type, WebRequest request) {
    var headers = new LinkedHashMap<>(request.headers());
    var cookies = Optional.ofNullable(headers.remove("cookie")).orElse("");
    var viewed = new LinkedHashMap<String, Object>();
    viewed.put("method", request.method());
    viewed.put("uri", request.path());
    viewed.put("querystring", values(request.query(), "&"));
    viewed.put("headers", headers(headers));
    viewed.put("cookies", values(cookies, ";"));
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "1.0");
    event.put("context", Map.of("eventType", type, "requestId", UUID.randomUUID().toString()));
    event.put("viewer", Map.of("ip", request.viewerIp()));
    event.put("request", viewed);
    return event;
  }

  private static Map<String, Object> headers(Map<String, String> headers) {
    return headers.entrySet().stream().collect(toMap(Map.Entry::getKey, ViewerEvent::value));
  }

  private static Map<String, Object> value(Map.Entry<String, String> header) {
    return Map.of("value", header.getValue());
  }

  /// `a=1&b=2&b=3` as `{a: {value: "1"}, b: {value: "2", multiValue: [{value: "2"}, {value:
  /// "3"}]}}`, still
  /// [encoded](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html#functions-event-structure-query-header-cookie).
  private static Map<String, Object> values(String pairs, String separator) {
    var sent = new LinkedHashMap<String, List<Object>>();
    for (var pair : pairs.split(separator)) {
      if (!pair.isBlank()) {
        var sides = pair.strip().split("=", 2);
        sent.computeIfAbsent(sides[0], name -> new ArrayList<>())
            .add(Map.of("value", sides.length == 2 ? sides[1] : ""));
      }
    }
    var values = new LinkedHashMap<String, Object>();
    sent.forEach((name, all) -> values.put(name, value(all)));
    return values;
  }

  private static Object value(List<Object> sent) {
    if (sent.size() == 1) {
      return sent.getFirst();
    }
    var value = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) sent.getFirst()).forEach((name, text) -> value.put((String) name, text));
    value.put("multiValue", sent);
    return value;
  }
}
