package news.nashra.local.stack.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.TemplateValue;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeJSON;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/// A CloudFront function of the template: runs its `FunctionCode` in
/// [Rhino](https://github.com/mozilla/rhino). The code is compiled once and runs in a scope of its
/// own for each event, so that threads may share it. See
/// docs/decisions/008-cloudfront-functions.md.
final class EdgeFunction {
  private final String name;
  private final Script script;
  private final ScriptableObject standard;

  private EdgeFunction(String name, Script script, ScriptableObject standard) {
    this.name = name;
    this.script = script;
    this.standard = standard;
  }

  /// The function failed, or returned what it may not.
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String why) {
      super(why);
    }
  }

  /// @param name of the function's resource
  /// @throws StackFault with its line, if the code has a syntax error or no `handler`
  static EdgeFunction compile(String name, TemplateValue properties) {
    var code = properties.get("FunctionCode");
    int firstLine = code.line() + 1; // of the text after `FunctionCode: |`
    try (var context = enter()) {
      var script = context.compileString(code.text(), "template.yaml", firstLine, null);
      var standard = context.initSafeStandardObjects(null, true);
      var function = new EdgeFunction(name, script, standard);
      if (function.handler(context).isPresent()) {
        return function;
      }
      throw code.fault(name + ": FunctionCode has no function handler(event)");
    } catch (RhinoException e) {
      throw StackFault.at(e.lineNumber(), name + ": " + e.details());
    }
  }

  /// What the function returns for an event.
  JsonNode run(String event) {
    try (var context = enter()) {
      var handler = handler(context).orElseThrow();
      var scope = handler.getParentScope();
      var parsed = NativeJSON.parse(context, scope, event, (c, s, self, pair) -> pair[1]);
      var returned = handler.call(context, scope, scope, new Object[] {parsed});
      if (NativeJSON.stringify(context, scope, returned, null, null) instanceof String text) {
        return Json.read(text);
      }
      throw new Failure("it returns nothing");
    } catch (RhinoException e) {
      throw new Failure("template.yaml:" + e.lineNumber() + ": " + e.details());
    }
  }

  /// The answer of a function that failed: 503, as by CloudFront, with the reason.
  Answer failed(Failure failure) {
    var text = name + " failed: " + failure.getMessage();
    System.err.println(text);
    return Answer.text(503, text + "\n");
  }

  /// The headers of a response that a function returned.
  static Map<String, String> headers(JsonNode response) {
    var headers = new LinkedHashMap<String, String>();
    response
        .path("headers")
        .properties()
        .forEach(header ->
            headers.put(
                header.getKey().toLowerCase(Locale.ROOT),
                header.getValue().path("value").asText()));
    return headers;
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
}
