package news.nashra.core.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import news.nashra.core.Log;
import news.nashra.core.Phrases;
import news.nashra.core.aws.AwsFailure;

/// Reads an event of the HTTP API as a [Request], passes it to `route` and writes the answer. An
/// exception becomes a refusal: a [RefusedRequest] answers its own problem; a transient AWS failure
/// 503; anything else 500, with the stack trace in the log only. So does an error that leaves the
/// process as it was, such as an overflow of the stack. The metrics `DependencyDown` and `Fault`
/// count these.
///
/// Before `route` is called, a token without a group of the route is refused with 403, and then a
/// query parameter that its route does not take with 422.
///
/// Thread-safe if they may share `route`.
public final class HttpFunction {
  private static final int RETRY_AFTER_SECONDS = 5;

  private final BiFunction<Request, Problem, Response> refuse;
  private final Function<Request, Response> route;
  private final QueryParameters parameters;
  private final RouteGroups groups;

  /// Creates a function that writes its refusals as problem details.
  public static HttpFunction of(Phrases phrases, Function<Request, Response> route) {
    var problems = new Problems(phrases);
    return new HttpFunction((request, problem) -> problems.write(problem), route);
  }

  /// Creates a function that writes its refusals with `refuse`.
  public HttpFunction(
      BiFunction<Request, Problem, Response> refuse, Function<Request, Response> route) {
    this(refuse, route, QueryParameters.NONE, RouteGroups.ANYBODY);
  }

  private HttpFunction(
      BiFunction<Request, Problem, Response> refuse,
      Function<Request, Response> route,
      QueryParameters parameters,
      RouteGroups groups) {
    this.refuse = refuse;
    this.route = route;
    this.parameters = parameters;
    this.groups = groups;
  }

  /// The same function, with the query parameters that a route takes, each at most once. A route
  /// takes none until it says so here.
  public HttpFunction taking(String routeKey, String... names) {
    return new HttpFunction(refuse, route, parameters.with(routeKey, List.of(names)), groups);
  }

  /// The same function, for those of any of these groups only. Others do not learn what its routes
  /// take.
  public HttpFunction requiring(String... groupNames) {
    return new HttpFunction(refuse, route, parameters, groups.requiring(List.of(groupNames)));
  }

  /// The same function, with a route for those of any of these groups, in place of the groups that
  /// the others require.
  public HttpFunction admitting(String routeKey, String... groupNames) {
    return new HttpFunction(
        refuse, route, parameters, groups.admitting(routeKey, List.of(groupNames)));
  }

  /// The same function, with a route that answers a request which prefers HTML with a page. It then
  /// ignores the query parameters that others add to the addresses of pages.
  public HttpFunction withPage(String routeKey) {
    return new HttpFunction(refuse, route, parameters.withPage(routeKey), groups);
  }

  /// The same function, with a route that answers every request with a page, and ignores the query
  /// parameters as [#withPage] does.
  public HttpFunction withOnlyPage(String routeKey) {
    return new HttpFunction(refuse, route, parameters.withOnlyPage(routeKey), groups);
  }

  /// Answers the event in `in` on `out`, and begins the log of the call.
  public void serve(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    serve(Json.read(in), out);
  }

  /// Answers `event` on `out`, for a function that is also called in another way.
  public void serve(JsonNode event, OutputStream out) throws IOException {
    var answer = answer(Request.read(event), event.path("rawQueryString").asText());
    out.write(Json.write(payload(answer)).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> payload(Response response) {
    return Map.of(
        "statusCode", response.status(),
        "headers", response.headers(),
        "body", response.body(),
        "isBase64Encoded", false);
  }

  private Response answer(Request request, String query) {
    try {
      groups.check(request);
      var faults = parameters.faults(request, query);
      if (!faults.isEmpty()) {
        throw new RefusedRequest(Problem.invalid(faults));
      }
      return route.apply(request);
    } catch (RefusedRequest e) {
      return refuse.apply(request, e.problem());
    } catch (StackOverflowError | LinkageError | AssertionError e) {
      // Of the first, the Lambda runtime would end the process.
      Log.error("unexpected fault", e);
      Log.count("Fault", Map.of());
      return refuse.apply(request, Problem.of(500));
    } catch (RuntimeException e) {
      if (AwsFailure.isTransient(e)) {
        Log.error("dependency down", e);
        Log.count("DependencyDown", Map.of());
        return refuse.apply(request, Problem.of(503).retryAfter(RETRY_AFTER_SECONDS));
      }
      Log.error("unexpected fault", e);
      Log.count("Fault", Map.of());
      return refuse.apply(request, Problem.of(500));
    }
  }
}
