package news.nashra.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/// The response headers that the template's policy gives each page. `Strict-Transport-Security` has
/// no meaning over plain HTTP and is left out.
final class PageHeaders {
  private PageHeaders() {}

  static Map<String, String> read(Template template) {
    var headers = new LinkedHashMap<String, String>();
    for (var policy : template.resources("AWS::CloudFront::ResponseHeadersPolicy").values()) {
      var security = policy.get("ResponseHeadersPolicyConfig").get("SecurityHeadersConfig");
      security
          .at("ContentSecurityPolicy", "ContentSecurityPolicy")
          .ifPresent(v -> headers.put("content-security-policy", v.text()));
      security
          .at("ContentTypeOptions")
          .ifPresent(v -> headers.put("x-content-type-options", "nosniff"));
      security
          .at("FrameOptions", "FrameOption")
          .ifPresent(v -> headers.put("x-frame-options", v.text()));
      security
          .at("ReferrerPolicy", "ReferrerPolicy")
          .ifPresent(v -> headers.put("referrer-policy", v.text()));
    }
    return headers;
  }
}
