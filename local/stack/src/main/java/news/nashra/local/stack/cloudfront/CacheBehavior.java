package news.nashra.local.stack.cloudfront;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// How the distribution treats requests of some paths.
///
/// @param viewerRequest runs before the origin is asked
/// @param responseHeaders of each answer of the origin
record CacheBehavior(
    Optional<ViewerRequestFunction> viewerRequest, Map<String, String> responseHeaders) {
  private static final Set<String> KNOWN =
      Set.of(
          "PathPattern",
          "TargetOriginId",
          "ResponseHeadersPolicyId",
          "FunctionAssociations",
          "CachePolicyId",
          "OriginRequestPolicyId",
          // Each API route has its method, pages are read, and there is no TLS here.
          "AllowedMethods",
          "ViewerProtocolPolicy",
          "Compress");

  /// @param name of the distribution's resource
  static CacheBehavior read(String name, Template template, TemplateValue behavior) {
    behavior.allow(name, KNOWN);
    var policy = behavior.get("ResponseHeadersPolicyId");
    return new CacheBehavior(
        viewerRequest(template, behavior),
        ResponseHeaders.read(
            template.target(policy),
            template.target(policy, "AWS::CloudFront::ResponseHeadersPolicy")));
  }

  private static Optional<ViewerRequestFunction> viewerRequest(
      Template template, TemplateValue behavior) {
    var functions =
        behavior.find("FunctionAssociations").map(TemplateValue::list).orElse(List.of());
    for (var association : functions) {
      var type = association.get("EventType");
      if (!type.text().equals("viewer-request")) {
        throw type.fault("the local stack has functions for viewer-request, not " + type.text());
      }
    }
    return functions.stream()
        .findFirst()
        .map(association -> association.get("FunctionARN"))
        .map(arn ->
            ViewerRequestFunction.compile(
                template.target(arn), template.target(arn, "AWS::CloudFront::Function")));
  }
}
