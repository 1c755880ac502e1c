package news.nashra.local.stack.cloudfront;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// How the distribution treats requests of some paths.
///
/// @param paths those that it is for
/// @param methods those that it takes
/// @param target the id of an origin, or of a group of them
/// @param forwarded what reaches an origin that is not S3
/// @param responseHeaders of each answer of the origin
record CacheBehavior(
    Pattern paths,
    Set<String> methods,
    String target,
    ForwardedHeaders forwarded,
    Optional<ViewerRequestFunction> viewerRequest,
    Optional<ViewerResponseFunction> viewerResponse,
    ResponseHeaders responseHeaders) {
  private static final String REQUEST = "viewer-request";
  private static final String RESPONSE = "viewer-response";

  private static final Set<String> KNOWN =
      Set.of(
          "PathPattern",
          "TargetOriginId",
          "AllowedMethods",
          "ResponseHeadersPolicyId",
          "FunctionAssociations",
          "CachePolicyId",
          "OriginRequestPolicyId",
          // There is no TLS here, and the web server compresses.
          "ViewerProtocolPolicy",
          "Compress");

  /// @param name of the distribution's resource
  static CacheBehavior read(String name, Template template, TemplateValue behavior) {
    behavior.allow(name, KNOWN);
    var policy = behavior.get("ResponseHeadersPolicyId");
    var functions = functions(template, behavior);
    return new CacheBehavior(
        paths(behavior.find("PathPattern").map(TemplateValue::text).orElse("*")),
        methods(behavior),
        behavior.get("TargetOriginId").text(),
        ForwardedHeaders.read(template, behavior),
        Optional.ofNullable(functions.get(REQUEST)).map(ViewerRequestFunction::new),
        Optional.ofNullable(functions.get(RESPONSE)).map(ViewerResponseFunction::new),
        ResponseHeaders.read(
            template,
            template.target(policy),
            template.target(policy, "AWS::CloudFront::ResponseHeadersPolicy")));
  }

  boolean matches(String path) {
    return paths.matcher(path).matches();
  }

  /// This behavior with other values of its response headers.
  CacheBehavior withResponseHeaders(UnaryOperator<String> value) {
    return new CacheBehavior(
        paths,
        methods,
        target,
        forwarded,
        viewerRequest,
        viewerResponse,
        responseHeaders.with(value));
  }

  /// `*` stands for any characters, `?` for one. [Path patterns are
  /// case-sensitive](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern).
  private static Pattern paths(String pattern) {
    var regex =
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  private static Set<String> methods(TemplateValue behavior) {
    return behavior
        .find("AllowedMethods")
        .map(list -> list.list().stream().map(TemplateValue::text))
        .orElse(Stream.of("GET", "HEAD"))
        .collect(toUnmodifiableSet());
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
