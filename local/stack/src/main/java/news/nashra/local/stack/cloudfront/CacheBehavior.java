package news.nashra.local.stack.cloudfront;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// How the distribution treats requests of some paths.
///
/// @param responseHeaders of each answer of the origin
record CacheBehavior(
    Optional<ViewerRequestFunction> viewerRequest,
    Optional<ViewerResponseFunction> viewerResponse,
    Map<String, String> responseHeaders) {
  private static final String REQUEST = "viewer-request";
  private static final String RESPONSE = "viewer-response";

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
    var functions = functions(template, behavior);
    return new CacheBehavior(
        Optional.ofNullable(functions.get(REQUEST)).map(ViewerRequestFunction::new),
        Optional.ofNullable(functions.get(RESPONSE)).map(ViewerResponseFunction::new),
        ResponseHeaders.read(
            template.target(policy),
            template.target(policy, "AWS::CloudFront::ResponseHeadersPolicy")));
  }

  /// The functions by their events. Each event has [at most
  /// one](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html).
  private static Map<String, EdgeFunction> functions(Template template, TemplateValue behavior) {
    var functions = new HashMap<String, EdgeFunction>();
    for (var association :
        behavior.find("FunctionAssociations").map(TemplateValue::list).orElse(List.of())) {
      var type = association.get("EventType");
      if (!type.text().equals(REQUEST) && !type.text().equals(RESPONSE)) {
        throw type.fault("no CloudFront function is for the event " + type.text());
      }
      var arn = association.get("FunctionARN");
      var function =
          EdgeFunction.compile(
              template.target(arn), template.target(arn, "AWS::CloudFront::Function"));
      if (functions.put(type.text(), function) != null) {
        throw type.fault("a second function for " + type.text());
      }
    }
    return functions;
  }
}
