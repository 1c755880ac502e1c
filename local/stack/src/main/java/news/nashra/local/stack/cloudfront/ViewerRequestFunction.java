package news.nashra.local.stack.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.TemplateValue;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeJSON;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/// A CloudFront function of the template, for the event `viewer-request`: runs its `FunctionCode`
/// in [Rhino](https://github.com/mozilla/rhino), with the [event of
/// CloudFront](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html).
/// The code is compiled once and runs in a scope of its own for each request, so that threads may
/// share it. See docs/decisions/008-cloudfront-functions.md.
final class ViewerRequestFunction {
  /// What the function makes of a request.
  sealed interface Result {
    /// The request goes on to the origin.
    record Forward(String uri) implements Result {}

    /// The function answers it.
    record Respond(Answer answer) implements Result {}
  }

  private final String name;
  private final Script script;
  private final ScriptableObject standard;

  private ViewerRequestFunction(String name, Script script, ScriptableObject standard) {
    this.name = name;
    this.script = script;
    this.standard = standard;
  }

  /// @param name of the function's resource
  /// @throws StackFault with its line, if the code has a syntax error or no `handler`
  static ViewerRequestFunction compile(String name, TemplateValue properties) {
    var code = properties.get("FunctionCode");
    int firstLine = code.line() + 1; // of the text after `FunctionCode: |`
    try (var context = enter()) {
      var script = context.compileString(code.text(), "template.yaml", firstLine, null);
      var standard = context.initSafeStandardObjects(null, true);
      var function = new ViewerRequestFunction(name, script, standard);
      if (function.handler(context).isPresent()) {
        return function;
      }
      throw code.fault(name + ": FunctionCode has no function handler(event)");
    } catch (RhinoException e) {
      throw StackFault.at(e.lineNumber(), name + ": " + e.details());
    }
  }

  /// Runs the function. One that fails is answered 503, as by CloudFront.
  Result handle(WebRequest request) {
    try (var context = enter()) {
      var handler = handler(context).orElseThrow();
      var scope = handler.getParentScope();
      var event =
          NativeJSON.parse(
              context, scope, ViewerRequestEvent.json(request), (c, s, self, pair) -> pair[1]);
      var returned = handler.call(context, scope, scope, new Object[] {event});
      var json = NativeJSON.stringify(context, scope, returned, null, null);
      return json instanceof String text ? result(Json.read(text)) : failed("it returns nothing");
    } catch (RhinoException e) {
      return failed("template.yaml:" + e.lineNumber() + ": " + e.details());
    }
  }

  private static Context enter() {
    var context = Context.enter();
    context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
    context.setInterpretedMode(true); // faster to start, and fast enough for one reader
    return context;
  }

  /// The handler, in a scope of its own.
  private Optional<Function> handler(Context context) {
    Scriptable scope = context.newObject(standard);
    scope.setPrototype(standard);
    scope.setParentScope(null);
    script.exec(context, scope, scope);
    return scope.get("handler", scope) instanceof Function handler
        ? Optional.of(handler)
        : Optional.empty();
  }

  private Result result(JsonNode returned) {
    if (returned.path("statusCode").isInt()) {
      var headers = new LinkedHashMap<String, String>();
      returned
          .path("headers")
          .properties()
          .forEach(header ->
              headers.put(
                  header.getKey().toLowerCase(Locale.ROOT),
                  header.getValue().path("value").asText()));
      return new Result.Respond(Answer.of(returned.path("statusCode").asInt(), headers));
    }
    var uri = returned.path("uri").asText();
    return uri.startsWith("/")
        ? new Result.Forward(uri)
        : failed("it returns neither a request nor a response: " + returned);
  }

  private Result failed(String why) {
    System.err.println(name + " failed: " + why);
    return new Result.Respond(Answer.text(503, name + " failed: " + why + "\n"));
  }
}
