package news.nashra.local.stack.cloudfront;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The origins of the distribution and its groups of two, of which the second [is
/// asked](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorOriginGroups.html)
/// when the first answers with a status of the group's list.
record Origins(Map<String, Origin> single, Map<String, Group> groups) {
  private static final Set<String> KNOWN =
      Set.of(
          "Id",
          "DomainName",
          "OriginCustomHeaders",
          "S3OriginConfig",
          // What signs and encrypts the way to the origin, which is within one process here.
          "CustomOriginConfig",
          "OriginAccessControlId");

  /// For requests with other methods the second origin is never asked.
  private static final Set<String> FAILOVER_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  /// @param kind which of the backends it is
  /// @param headers that CloudFront adds, in place of those of the viewer
  record Origin(Kind kind, String function, Map<String, String> headers) {
    enum Kind {
      BUCKET,
      API,
      FUNCTION_URL
    }
  }

  record Group(Set<Integer> statuses, String first, String second) {}

  static Origins read(String name, Template template, TemplateValue config) {
    var single = new HashMap<String, Origin>();
    for (var origin : config.get("Origins").list()) {
      origin.allow(name, KNOWN);
      single.put(origin.get("Id").text(), origin(template, origin));
    }
    var groups = new HashMap<String, Group>();
    for (var group :
        config.at("OriginGroups", "Items").map(TemplateValue::list).orElse(List.of())) {
      group.allow(name, List.of("Id", "FailoverCriteria", "Members"));
      groups.put(group.get("Id").text(), group(group, single));
    }
    return new Origins(Map.copyOf(single), Map.copyOf(groups));
  }

  /// Whether a cache behavior may name it.
  boolean has(String id) {
    return single.containsKey(id) || groups.containsKey(id);
  }

  /// What a backend answers.
  WebHandler handler(String id, ForwardedHeaders forwarded, Backends backends) {
    var group = groups.get(id);
    if (group == null) {
      return handler(named(id), forwarded, backends);
    }
    var first = handler(named(group.first()), forwarded, backends);
    var second = handler(named(group.second()), forwarded, backends);
    return request -> {
      var answer = first.answer(request);
      return group.statuses().contains(answer.status())
              && FAILOVER_METHODS.contains(request.method())
          ? second.answer(request)
          : answer;
    };
  }

  private Origin named(String id) {
    return Objects.requireNonNull(single.get(id), id);
  }

  private static WebHandler handler(Origin origin, ForwardedHeaders forwarded, Backends backends) {
    var backend =
        switch (origin.kind()) {
          case BUCKET -> backends.bucket();
          case API -> backends.api();
          case FUNCTION_URL -> backends.functionUrl().apply(origin.function());
        };
    return origin.kind() == Origin.Kind.BUCKET
        ? backend
        : request -> answer(backend, forwarded.forward(request), origin.headers());
  }

  private static Answer answer(WebHandler backend, WebRequest request, Map<String, String> added)
      throws IOException {
    var headers = new TreeMap<>(request.headers());
    headers.putAll(added);
    return backend.answer(request.withHeaders(headers));
  }

  private static Origin origin(Template template, TemplateValue origin) {
    var domain = origin.get("DomainName");
    var headers = headers(template, origin);
    if (origin.find("S3OriginConfig").isPresent()) {
      template.target(domain, "AWS::S3::Bucket");
      return new Origin(Origin.Kind.BUCKET, "", headers);
    }
    var api = "${" + template.only("AWS::Serverless::HttpApi").getKey() + "}.execute-api.";
    if (domain.isText() && domain.text().startsWith(api)) {
      return new Origin(Origin.Kind.API, "", headers);
    }
    return new Origin(Origin.Kind.FUNCTION_URL, template.functionOfUrl(domain), headers);
  }

  private static Map<String, String> headers(Template template, TemplateValue origin) {
    var headers = new HashMap<String, String>();
    for (var header :
        origin.find("OriginCustomHeaders").map(TemplateValue::list).orElse(List.of())) {
      headers.put(
          header.get("HeaderName").text().toLowerCase(Locale.ROOT),
          template.resolve(header.get("HeaderValue")));
    }
    return headers;
  }

  private static Group group(TemplateValue group, Map<String, Origin> single) {
    var statuses = new HashSet<Integer>();
    group
        .get("FailoverCriteria")
        .get("StatusCodes")
        .get("Items")
        .list()
        .forEach(status -> statuses.add(status.number()));
    var members = group.get("Members").get("Items").list();
    for (var member : members) {
      if (!single.containsKey(member.get("OriginId").text())) {
        throw member.fault("there is no origin " + member.get("OriginId").text());
      }
    }
    if (members.size() != 2) {
      throw group.get("Members").fault("a group has two origins");
    }
    return new Group(
        Set.copyOf(statuses),
        members.get(0).get("OriginId").text(),
        members.get(1).get("OriginId").text());
  }
}
