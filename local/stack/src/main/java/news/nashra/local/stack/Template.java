package news.nashra.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.nashra.local.aws.LocalAws;

/// `template.yaml`, as far as one machine runs it.
final class Template {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");
  private static final Pattern SECRET =
      Pattern.compile("\\{\\{resolve:secretsmanager:([A-Za-z0-9]+)}}");

  private final TemplateValue root;
  private final Map<String, String> parameters;
  private final UnaryOperator<String> secrets;

  private Template(
      TemplateValue root, Map<String, String> parameters, UnaryOperator<String> secrets) {
    this.root = root;
    this.parameters = parameters;
    this.secrets = secrets;
  }

  /// @param parameters values in place of the parameters' defaults
  /// @param secrets the value of a secret, by the name of its resource
  static Template read(Path file, Map<String, String> parameters, UnaryOperator<String> secrets) {
    try {
      var root = TemplateValue.read(file, Files.readString(file));
      Supported.check(root);
      return new Template(root, parameters, secrets);
    } catch (NoSuchFileException e) {
      throw new StackFault("no template.yaml in " + file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new StackFault("template.yaml cannot be read: " + e.getMessage());
    }
  }

  /// The properties of all resources of a type, by their names.
  Map<String, TemplateValue> resources(String type) {
    var found = new LinkedHashMap<String, TemplateValue>();
    root.get("Resources")
        .fields()
        .forEach((name, resource) -> {
          if (resource.get("Type").text().equals(type)) {
            found.put(name, resource.find("Properties").orElse(resource));
          }
        });
    return found;
  }

  Optional<TemplateValue> global(String property) {
    return root.at("Globals", "Function", property);
  }

  /// The text of a value, its references followed.
  String resolve(TemplateValue value) {
    return switch (value.tag()) {
      case "" -> value.text();
      case "!Ref" -> reference(value.text(), value);
      case "!GetAtt" -> reference(value.text(), value);
      case "!Sub" -> secret(substitute(value));
      default -> throw value.fault("the local stack does not support " + value.tag());
    };
  }

  /// The name that a table or bucket has here.
  static String physicalName(String resource) {
    return "nashra-" + resource.toLowerCase(Locale.ROOT);
  }

  /// The global secondary indexes of a table.
  static LocalAws.Index[] indexes(TemplateValue table) {
    return table.at("GlobalSecondaryIndexes").map(TemplateValue::list).orElse(List.of()).stream()
        .map(index -> {
          var keys = index.get("KeySchema").list();
          return new LocalAws.Index(
              index.get("IndexName").text(),
              keys.get(0).get("AttributeName").text(),
              keys.get(1).get("AttributeName").text(),
              index.get("Projection").get("ProjectionType").text());
        })
        .toArray(LocalAws.Index[]::new);
  }

  private String substitute(TemplateValue value) {
    return REFERENCE
        .matcher(value.text())
        .replaceAll(m -> Matcher.quoteReplacement(reference(m.group(1), value)));
  }

  private String secret(String text) {
    return SECRET
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(secrets.apply(m.group(1))));
  }

  private String reference(String name, TemplateValue value) {
    if (name.equals("AWS::Region")) {
      return "local";
    }
    var parameter = root.at("Parameters", name);
    if (parameter.isPresent()) {
      return Optional.ofNullable(parameters.get(name))
          .or(() -> parameter.get().find("Default").map(TemplateValue::text))
          .orElseThrow(() -> value.fault("the parameter " + name + " has no default"));
    }
    var resource = root.at("Resources", name.replaceAll("\\..*", ""));
    if (resource.isEmpty()) {
      throw value.fault("there is no " + name);
    }
    return switch (resource.get().get("Type").text()) {
      case "AWS::DynamoDB::Table", "AWS::S3::Bucket" ->
          name.contains(".") ? name : physicalName(name);
      default -> name;
    };
  }
}
