package news.nashra.local.stack.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// `template.yaml`, as far as one machine runs it. Whatever in it the local stack does not run, or
/// does not understand, is a [StackFault] with its line. Immutable.
public final class Template {
  private static final Set<String> REFERENCES = Set.of("!Ref", "!GetAtt");

  private final TemplateValue root;
  private final ValueResolver values;

  /// A trigger of a function.
  ///
  /// @param function the name of the function's resource
  /// @param name of the trigger within the function
  public record Event(String function, String name, TemplateValue properties) {
    /// `PressArticles.EveryMinute`
    public String fullName() {
      return function + "." + name;
    }
  }

  private Template(TemplateValue root, ValueResolver values) {
    this.root = root;
    this.values = values;
  }

  /// Reads a file, like [#parse].
  public static Template read(
      Path file, Map<String, String> parameters, UnaryOperator<String> secrets) {
    try {
      return parse(Files.readString(file), parameters, secrets);
    } catch (NoSuchFileException e) {
      throw new StackFault("no template.yaml in " + file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new StackFault("template.yaml cannot be read: " + e.getMessage());
    }
  }

  /// @param parameters values in place of the parameters' defaults
  /// @param secrets the value of a secret, by the name of its resource
  public static Template parse(
      String text, Map<String, String> parameters, UnaryOperator<String> secrets) {
    var root = TemplateValue.parse(text);
    Supported.check(root);
    for (var name : parameters.keySet()) {
      if (root.at("Parameters", name).isEmpty()) {
        throw new StackFault("template.yaml has no parameter " + name);
      }
    }
    return new Template(root, new ValueResolver(root, parameters, secrets));
  }

  /// The properties of all resources of a type, by their names. One whose condition does not hold
  /// does not exist.
  public Map<String, TemplateValue> resources(String type) {
    var found = new LinkedHashMap<String, TemplateValue>();
    root.get("Resources")
        .fields()
        .forEach((name, resource) -> {
          if (resource.get("Type").text().equals(type)
              && resource.find("Condition").map(values::holds).orElse(true)) {
            found.put(name, resource.find("Properties").orElse(resource));
          }
        });
    return found;
  }

  /// The only resource of a type, by its name.
  public Map.Entry<String, TemplateValue> only(String type) {
    var all = resources(type);
    if (all.size() != 1) {
      throw root.get("Resources").fault("one " + type + " is expected, not " + all.size());
    }
    return all.entrySet().iterator().next();
  }

  /// The triggers of one type, `HttpApi` or `DynamoDB`, of all functions in the order of the file.
  public List<Event> events(String type) {
    var found = new ArrayList<Event>();
    resources("AWS::Serverless::Function")
        .forEach((function, properties) ->
            properties
                .find("Events")
                .map(TemplateValue::fields)
                .orElse(Map.of())
                .forEach((name, event) -> {
                  if (event.get("Type").text().equals(type)) {
                    found.add(new Event(function, name, event.get("Properties")));
                  }
                }));
    return found;
  }

  /// What all functions have in common.
  public Optional<TemplateValue> global(String property) {
    return root.at("Globals", "Function", property);
  }

  /// The name of the resource to which `!Ref` or `!GetAtt` refers. `!If` is decided, and the value
  /// of an `AWS::SSM::Parameter` is looked up.
  public String target(TemplateValue reference) {
    var chosen = values.choose(reference);
    if (!REFERENCES.contains(chosen.tag())) {
      throw chosen.fault("a !Ref or a !GetAtt is expected here");
    }
    var name = chosen.text().replaceAll("\\..*", "");
    if (root.at("Resources", name).isEmpty()) {
      throw chosen.fault("there is no " + name);
    }
    return name;
  }

  /// The properties of the resource to which `!Ref` or `!GetAtt` refers.
  public TemplateValue target(TemplateValue reference, String type) {
    var name = target(reference);
    return Optional.ofNullable(resources(type).get(name))
        .orElseThrow(() -> reference.fault(name + " is no " + type));
  }

  /// The name of the function whose URL has a domain: `!Select [2, !Split ["/", !GetAtt
  /// MissingPageUrl.FunctionUrl]]`. SAM names the URL after the function.
  public String functionOfUrl(TemplateValue domain) {
    if (domain.tag().equals("!Select") && domain.list().get(0).text().equals("2")) {
      var split = domain.list().get(1);
      var url = split.tag().equals("!Split") ? split.list().get(1) : split;
      var name = url.isText() ? url.text().replaceFirst("Url\\.FunctionUrl$", "") : "";
      if (url.tag().equals("!GetAtt")
          && root.at("Resources", name, "Properties", "FunctionUrlConfig").isPresent()) {
        return name;
      }
    }
    throw domain.fault("a bucket, the HTTP API or the URL of a function is expected here");
  }

  /// The text of a value, with parameters, references and secrets put in.
  public String resolve(TemplateValue value) {
    return values.resolve(value);
  }

  /// Like [#resolve], but nothing for `!Ref AWS::NoValue`.
  public Optional<String> resolveUnlessNone(TemplateValue value) {
    var chosen = values.choose(value);
    boolean none = chosen.tag().equals("!Ref") && chosen.text().equals("AWS::NoValue");
    return none ? Optional.empty() : Optional.of(values.resolve(chosen));
  }

  /// The name that a table or bucket has here.
  public static String physicalName(String resource) {
    return "nashra-" + resource.toLowerCase(Locale.ROOT);
  }
}
