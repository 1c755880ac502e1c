package news.nashra.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.nashra.core.Ids;
import news.nashra.core.Text;

/// A request in the HTTP API's [payload format
/// 2.0](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html),
/// reduced to what Nashra reads.
///
/// @param headers by name in lower case
/// @param claims of the verified token
public record Request(
    String route,
    Map<String, String> headers,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> claims,
    String sourceIp,
    byte[] body) {
  private static final Pattern QUALITY = Pattern.compile("[qQ]=([01](?:\\.\\d{0,3})?)");
  private static final Pattern UTF_8 = Pattern.compile("utf-?8", Pattern.CASE_INSENSITIVE);
  private static final int MAX_CHARSET_LENGTH = 40;

  static Request read(JsonNode event) {
    var context = event.path("requestContext");
    var text = event.path("body").asText("");
    return new Request(
        event.path("routeKey").asText(),
        lowerCase(strings(event.path("headers"))),
        strings(event.path("pathParameters")),
        strings(event.path("queryStringParameters")),
        strings(context.path("authorizer").path("jwt").path("claims")),
        context.path("http").path("sourceIp").asText(),
        event.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /// Returns a query parameter; an empty one counts as absent.
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(v -> !v.isEmpty());
  }

  /// Returns the query parameter `limit`; refuses anything but a number from 1 to `maxLimit` with
  /// 422.
  public int limit(int defaultLimit, int maxLimit) {
    var text = query("limit");
    if (text.isEmpty()) {
      return defaultLimit;
    }
    return text.filter(t -> t.matches("[0-9]{1,4}"))
        .map(Integer::valueOf)
        .filter(n -> n >= 1 && n <= maxLimit)
        .orElseThrow(() -> RefusedRequest.invalid("limit", "error.badLimit", maxLimit));
  }

  /// Returns a path parameter that the route has.
  public String path(String name) {
    return path.getOrDefault(name, "");
  }

  /// Returns the path parameter `id`; refuses with 404 what does not have the form of an id.
  public String id() {
    var id = path("id");
    if (!Ids.wellFormed(id)) {
      throw new RefusedRequest(Problem.of(404));
    }
    return id;
  }

  /// The name of the list that the request reads: its route, and the `id` of its path. Filters and
  /// limits change what is shown of a list, not its order.
  public String list() {
    return route + " " + path("id");
  }

  /// The media type of the body in lower case, without parameters; empty for none.
  public String mediaType() {
    return header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /// Refuses with 415 a body that says it is in another encoding than UTF-8. One without a
  /// `charset` is.
  private void requireUtf8() {
    var parameters = header("content-type").orElse("").split(";");
    for (int i = 1; i < parameters.length; i++) {
      var sides = parameters[i].split("=", 2);
      var value = sides.length == 2 ? sides[1].strip().replace("\"", "") : "";
      if (sides[0].strip().equalsIgnoreCase("charset") && !UTF_8.matcher(value).matches()) {
        throw new RefusedRequest(
            Problem.of(415, "problem.415.charset", Text.quote(value, MAX_CHARSET_LENGTH)));
      }
    }
  }

  /// Whether `Accept` names `type` itself, at a quality no lower than JSON's.
  public boolean prefers(String type) {
    double quality = quality(type);
    return quality > 0 && quality >= quality("application/json");
  }

  /// The quality that `Accept` gives to `type`, from 0 to 1 ([RFC
  /// 9110](https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2)); 0 for a type that it does not
  /// name.
  private double quality(String type) {
    for (var range : header("accept").orElse("").split(",")) {
      var parts = range.split(";", -1); // ";" alone has two parts, not none
      if (parts[0].strip().equalsIgnoreCase(type)) {
        return Arrays.stream(parts)
            .map(part -> QUALITY.matcher(part.strip()))
            .filter(Matcher::matches)
            .findFirst()
            .map(found -> Double.parseDouble(found.group(1)))
            .orElse(1.0);
      }
    }
    return 0;
  }

  /// Refuses a body of more than `limit` bytes with 413.
  public void limitBody(int limit) {
    if (body.length > limit) {
      throw new RefusedRequest(Problem.of(413, "problem.413.detail", limit / 1024));
    }
  }

  /// Returns the body as text; refuses more than `limit` bytes with 413, another encoding than
  /// UTF-8 with 415, and bytes that are not UTF-8 with 400.
  public String text(int limit) {
    limitBody(limit);
    requireUtf8();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedRequest(Problem.of(400, "problem.400.utf8"));
    }
  }

  /// The groups of the token. API Gateway writes a list claim as `[editors moderators]`. A group's
  /// name may hold commas and brackets but [no white
  /// space](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GroupType.html),
  /// so exactly one bracket at each end and the spaces between belong to the list.
  public Set<String> groups() {
    var claim = claims.getOrDefault("cognito:groups", "");
    if (!claim.startsWith("[") || !claim.endsWith("]") || claim.length() < 2) {
      return Set.of();
    }
    return Arrays.stream(claim.substring(1, claim.length() - 1).split(" "))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Returns the user name in the token, of [access or of
  /// identity](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html);
  /// refuses with 403 if the token has none of `groups`.
  public String requireGroup(String... groups) {
    if (Arrays.stream(groups).noneMatch(groups()::contains)) {
      throw new RefusedRequest(Problem.of(403, "problem.403.group"));
    }
    return claims.getOrDefault(
        "username", claims.getOrDefault("cognito:username", claims.getOrDefault("sub", "")));
  }

  private static Map<String, String> strings(JsonNode object) {
    var map = new HashMap<String, String>();
    object.properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
    return map;
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    var map = new HashMap<String, String>();
    headers.forEach((name, value) -> map.put(name.toLowerCase(Locale.ROOT), value));
    return map;
  }
}
