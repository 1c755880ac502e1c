package news.nashra.local.stack.cloudfront;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The CloudFront distribution of the template: its pages come from a bucket, `/api/*` from the
/// HTTP API. Runs the functions and applies the policies that the template gives each of the two.
/// Thread-safe.
public final class Distribution {
  private static final String API = "/api/*";

  private static final Set<String> KNOWN =
      Set.of(
          "DefaultCacheBehavior",
          "CacheBehaviors",
          "CustomErrorResponses",
          // The local stack knows its origins, and speaks HTTP/1.1 on the loopback address.
          "Origins",
          "Comment",
          "Enabled",
          "PriceClass",
          "WebACLId",
          "HttpVersion",
          "IPV6Enabled",
          "Aliases",
          "ViewerCertificate");

  private final CacheBehavior pages;
  private final CacheBehavior api;
  private final ForwardedHeaders forwarded;
  private final Optional<ErrorPage> missing;

  /// What is answered in place of a page that is not there.
  private record ErrorPage(int status, String path) {}

  private Distribution(
      CacheBehavior pages,
      CacheBehavior api,
      ForwardedHeaders forwarded,
      Optional<ErrorPage> missing) {
    this.pages = pages;
    this.api = api;
    this.forwarded = forwarded;
    this.missing = missing;
  }

  /// Reads the template, and compiles its functions.
  public static Distribution read(Template template) {
    var only = template.only("AWS::CloudFront::Distribution");
    var name = only.getKey();
    var config = only.getValue().get("DistributionConfig");
    config.allow(name, KNOWN);
    var behaviors = config.get("CacheBehaviors").list();
    if (behaviors.size() != 1 || !behaviors.getFirst().get("PathPattern").text().equals(API)) {
      throw config
          .get("CacheBehaviors")
          .fault(name + ": the local stack has one path pattern, " + API);
    }
    var api = behaviors.getFirst();
    return new Distribution(
        CacheBehavior.read(name, template, config.get("DefaultCacheBehavior")),
        CacheBehavior.read(name, template, api),
        ForwardedHeaders.read(template, api),
        config.find("CustomErrorResponses").map(Distribution::missing));
  }

  /// S3 answers 403 for a page that is not there; the local bucket 404.
  private static ErrorPage missing(TemplateValue responses) {
    var list = responses.list();
    if (list.size() != 1 || list.getFirst().get("ErrorCode").number() != 403) {
      throw responses.fault("the local stack has one error response, for 403");
    }
    var response = list.getFirst();
    return new ErrorPage(
        response.get("ResponseCode").number(), response.get("ResponsePagePath").text());
  }

  /// The pages of `files`.
  public WebHandler pages(SiteFiles files) {
    return request -> {
      if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
        return Answer.of(405, Map.of("allow", "GET, HEAD"));
      }
      return through(pages, request, forwarded -> page(files, forwarded));
    };
  }

  /// The answers of the HTTP API.
  public WebHandler api(WebHandler origin) {
    return request -> through(api, request, viewed -> origin.answer(forwarded.forward(viewed)));
  }

  private Answer page(SiteFiles files, WebRequest request) {
    return files
        .answer(request)
        .or(() ->
            missing.flatMap(page ->
                files
                    .read(page.path())
                    .map(found -> new Answer(page.status(), found.headers(), found.body()))))
        .orElseGet(() -> Answer.of(missing.map(ErrorPage::status).orElse(403), Map.of()));
  }

  private static Answer through(CacheBehavior behavior, WebRequest request, WebHandler origin)
      throws IOException {
    var viewed =
        behavior
            .viewerRequest()
            .map(function -> function.handle(request))
            .orElseGet(() -> new ViewerRequestFunction.Result.Forward(request.path()));
    return switch (viewed) {
      case ViewerRequestFunction.Result.Respond(var answer) -> answer;
      case ViewerRequestFunction.Result.Forward(var uri) -> {
        var answer = origin.answer(request.withPath(uri)).with(behavior.responseHeaders());
        yield behavior
            .viewerResponse()
            .map(function -> function.handle(request, answer))
            .orElse(answer);
      }
    };
  }
}
