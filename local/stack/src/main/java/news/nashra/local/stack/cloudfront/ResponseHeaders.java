package news.nashra.local.stack.cloudfront;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The headers that a response headers policy of the template gives each answer.
/// `Strict-Transport-Security` has no meaning over plain HTTP and is left out.
final class ResponseHeaders {
  private static final Set<String> KNOWN =
      Set.of(
          "ContentSecurityPolicy",
          "ContentTypeOptions",
          "FrameOptions",
          "ReferrerPolicy",
          "StrictTransportSecurity");

  private ResponseHeaders() {}

  /// @param name of the policy's resource
  static Map<String, String> read(Template template, String name, TemplateValue policy) {
    var config = policy.get("ResponseHeadersPolicyConfig");
    config.allow(name, List.of("Name", "Comment", "SecurityHeadersConfig"));
    var security = config.get("SecurityHeadersConfig");
    security.allow(name, KNOWN);
    security.fields().values().forEach(ResponseHeaders::checkOverride);
    var headers = new LinkedHashMap<String, String>();
    security
        .at("ContentSecurityPolicy", "ContentSecurityPolicy")
        .ifPresent(v -> headers.put("content-security-policy", template.resolve(v)));
    security
        .find("ContentTypeOptions")
        .ifPresent(v -> headers.put("x-content-type-options", "nosniff"));
    security
        .at("FrameOptions", "FrameOption")
        .ifPresent(v -> headers.put("x-frame-options", v.text()));
    security
        .at("ReferrerPolicy", "ReferrerPolicy")
        .ifPresent(v -> headers.put("referrer-policy", v.text()));
    return headers;
  }

  private static void checkOverride(TemplateValue header) {
    if (!header.get("Override").flag()) {
      throw header.get("Override").fault("the local stack has Override: true only");
    }
  }
}
