package news.nashra.local.stack.cloudfront;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The CloudFront distribution of the template: finds the cache behavior of a path, runs its
/// functions, asks its origins, and applies its policies. It caches nothing. Thread-safe.
public final class Distribution {
  private static final Set<String> KNOWN =
      Set.of(
          "DefaultCacheBehavior",
          "DefaultRootObject",
          "CacheBehaviors",
          "Origins",
          "OriginGroups",
          "CustomErrorResponses",
          // The local stack speaks HTTP/1.1 on the loopback address.
          "Comment",
          "Enabled",
          "PriceClass",
          "WebACLId",
          "HttpVersion",
          "IPV6Enabled",
          "Aliases",
          "ViewerCertificate");

  private final List<CacheBehavior> behaviors;
  private final Origins origins;
  private final String rootObject;

  private Distribution(List<CacheBehavior> behaviors, Origins origins, String rootObject) {
    this.behaviors = behaviors;
    this.origins = origins;
    this.rootObject = rootObject;
  }

  /// Reads the template, and compiles its functions.
  public static Distribution read(Template template) {
    var only = template.only("AWS::CloudFront::Distribution");
    var name = only.getKey();
    var config = only.getValue().get("DistributionConfig");
    config.allow(name, KNOWN);
    // How long errors are cached is all that they say.
    config
        .find("CustomErrorResponses")
        .map(TemplateValue::list)
        .orElse(List.of())
        .forEach(one -> one.allow(name, Set.of("ErrorCode", "ErrorCachingMinTTL")));
    var origins = Origins.read(name, template, config);
    var values =
        new ArrayList<>(config.find("CacheBehaviors").map(TemplateValue::list).orElse(List.of()));
    values.add(config.get("DefaultCacheBehavior"));
    var behaviors = new ArrayList<CacheBehavior>();
    for (var value : values) {
      var behavior = CacheBehavior.read(name, template, value);
      if (!origins.has(behavior.target())) {
        throw value.get("TargetOriginId").fault("there is no origin " + behavior.target());
      }
      behaviors.add(behavior);
    }
    return new Distribution(
        List.copyOf(behaviors),
        origins,
        config.find("DefaultRootObject").map(TemplateValue::text).orElse(""));
  }

  /// The same distribution with other values of the headers that its policies give answers.
  public Distribution withResponseHeaders(UnaryOperator<String> value) {
    return new Distribution(
        behaviors.stream().map(behavior -> behavior.withResponseHeaders(value)).toList(),
        origins,
        rootObject);
  }

  /// What readers are answered.
  public WebHandler over(Backends backends) {
    var targets =
        behaviors.stream()
            .map(behavior -> origins.handler(behavior.target(), behavior.forwarded(), backends))
            .toList();
    return request -> {
      for (int i = 0; i < behaviors.size(); i++) {
        if (behaviors.get(i).matches(request.path())) {
          return answer(behaviors.get(i), targets.get(i), request);
        }
      }
      throw new IllegalStateException("the default behavior takes every path");
    };
  }

  private Answer answer(CacheBehavior behavior, WebHandler origin, WebRequest request)
      throws IOException {
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html
    if (!behavior.methods().contains(request.method())) {
      return Answer.of(403, Map.of());
    }
    var viewed =
        behavior
            .viewerRequest()
            .map(function -> function.handle(request))
            .orElseGet(() -> new ViewerRequestFunction.Result.Forward(request.path()));
    return switch (viewed) {
      case ViewerRequestFunction.Result.Respond(var answer) -> answer;
      case ViewerRequestFunction.Result.Forward(var uri) -> {
        var path = uri.equals("/") ? "/" + rootObject : uri;
        var answer = behavior.responseHeaders().addTo(origin.answer(request.withPath(path)));
        yield behavior
            .viewerResponse()
            .map(function -> function.handle(request, answer))
            .orElse(answer);
      }
    };
  }
}
