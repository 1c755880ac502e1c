package news.nashra.local.stack.cloudfront;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// What of a request reaches an origin that is not S3: of its headers those that the cache policy
/// and the origin request policy name, and those that CloudFront [always
/// sends](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html).
/// `Host` stays that of the viewer, so that a form may be sent from 127.0.0.1 too.
///
/// @param named in lower case
/// @param query whether the query is part of it
record ForwardedHeaders(Set<String> named, boolean query) {
  /// [CachingOptimized](
  /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html),
  /// which forwards neither headers nor a query.
  private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

  private static final String VIEWER_ADDRESS = "cloudfront-viewer-address";
  private static final String FORWARDED_FOR = "x-forwarded-for";
  private static final Set<String> ALWAYS = Set.of("host", "content-length", FORWARDED_FOR);

  /// The headers that the policies of a cache behavior name.
  static ForwardedHeaders read(Template template, TemplateValue behavior) {
    var policyId = behavior.get("CachePolicyId");
    if (policyId.text().equals(CACHING_OPTIMIZED)
        && behavior.find("OriginRequestPolicyId").isEmpty()) {
      return new ForwardedHeaders(Set.of(), false);
    }
    var cache =
        template
            .target(policyId, "AWS::CloudFront::CachePolicy")
            .get("CachePolicyConfig")
            .get("ParametersInCacheKeyAndForwardedToOrigin");
    var request =
        template
            .target(behavior.get("OriginRequestPolicyId"), "AWS::CloudFront::OriginRequestPolicy")
            .get("OriginRequestPolicyConfig");
    var named = new TreeSet<String>();
    for (var policy : List.of(cache, request)) {
      expect("none", policy.get("CookiesConfig").get("CookieBehavior"));
      expect("all", policy.get("QueryStringsConfig").get("QueryStringBehavior"));
      var headers = policy.get("HeadersConfig");
      expect("whitelist", headers.get("HeaderBehavior"));
      headers
          .get("Headers")
          .list()
          .forEach(name -> named.add(name.text().toLowerCase(Locale.ROOT)));
    }
    return new ForwardedHeaders(named, true);
  }

  /// The request as the origin gets it. Only CloudFront says who the viewer is.
  WebRequest forward(WebRequest request) {
    var headers = new TreeMap<String, String>();
    request
        .headers()
        .forEach((name, value) -> {
          if (named.contains(name) || ALWAYS.contains(name)) {
            headers.put(name, value);
          }
        });
    headers.put("user-agent", "Amazon CloudFront");
    headers.merge(FORWARDED_FOR, request.viewerIp(), (theirs, ours) -> theirs + "," + ours);
    headers.remove(VIEWER_ADDRESS);
    if (named.contains(VIEWER_ADDRESS)) {
      headers.put(VIEWER_ADDRESS, request.viewerIp() + ":" + request.viewer().getPort());
    }
    return (query ? request : request.withoutQuery()).withHeaders(headers);
  }

  private static void expect(String supported, TemplateValue value) {
    if (!value.text().equals(supported)) {
      throw value.fault("the local stack has " + supported + " here, not " + value.text());
    }
  }
}
