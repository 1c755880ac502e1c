package news.nashra.local.stack.cloudfront;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The headers that a response headers policy of the template gives each answer.
/// `Strict-Transport-Security` has no meaning over plain HTTP and is left out.
///
/// @param overriding those that replace what the origin says
/// @param others those that an answer gets if the origin does not say them
record ResponseHeaders(Map<String, String> overriding, Map<String, String> others) {
  private static final Set<String> KNOWN =
      Set.of(
          "ContentSecurityPolicy",
          "ContentTypeOptions",
          "FrameOptions",
          "ReferrerPolicy",
          "StrictTransportSecurity");

  ResponseHeaders {
    overriding = Map.copyOf(overriding);
    others = Map.copyOf(others);
  }

  /// @param name of the policy's resource
  static ResponseHeaders read(Template template, String name, TemplateValue policy) {
    var config = policy.get("ResponseHeadersPolicyConfig");
    config.allow(name, List.of("Name", "Comment", "SecurityHeadersConfig"));
    var security = config.get("SecurityHeadersConfig");
    security.allow(name, KNOWN);
    var overriding = new LinkedHashMap<String, String>();
    var others = new LinkedHashMap<String, String>();
    security
        .fields()
        .forEach((kind, header) -> {
          boolean overrides = header.get("Override").flag();
          header(kind, header, template)
              .ifPresent(h -> (overrides ? overriding : others).put(h.getKey(), h.getValue()));
        });
    return new ResponseHeaders(overriding, others);
  }

  private static Optional<Map.Entry<String, String>> header(
      String kind, TemplateValue header, Template template) {
    return switch (kind) {
      case "ContentSecurityPolicy" ->
          Optional.of(Map.entry("content-security-policy", template.resolve(header.get(kind))));
      case "ContentTypeOptions" -> Optional.of(Map.entry("x-content-type-options", "nosniff"));
      case "FrameOptions" ->
          Optional.of(Map.entry("x-frame-options", header.get("FrameOption").text()));
      case "ReferrerPolicy" -> Optional.of(Map.entry("referrer-policy", header.get(kind).text()));
      default -> Optional.empty();
    };
  }

  /// The same headers with other values.
  ResponseHeaders with(UnaryOperator<String> value) {
    return new ResponseHeaders(changed(overriding, value), changed(others, value));
  }

  private static Map<String, String> changed(
      Map<String, String> headers, UnaryOperator<String> value) {
    var changed = new LinkedHashMap<String, String>();
    headers.forEach((name, text) -> changed.put(name, value.apply(text)));
    return changed;
  }

  /// An answer of the origin as readers get it.
  Answer addTo(Answer answer) {
    var added = new LinkedHashMap<>(others);
    added.keySet().removeAll(answer.headers().keySet());
    added.putAll(overriding);
    return answer.with(added);
  }
}
