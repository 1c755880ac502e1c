package news.nashra.local.stack.cloudfront;

import java.util.function.Function;
import news.nashra.local.stack.http.WebHandler;

/// What stands behind the distribution.
///
/// @param bucket the pages
/// @param functionUrl the URL of a function, by the name of its resource
public record Backends(
    WebHandler bucket, WebHandler api, Function<String, WebHandler> functionUrl) {}
