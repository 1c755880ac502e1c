package news.nashra.local.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.nashra.core.http.Json;
import org.jspecify.annotations.Nullable;

/// Resolves `!Ref`, `!GetAtt`, `!Sub` and `!If`. A reference to a table or a bucket becomes its
/// name here, one to any other resource the name of the resource.
///
/// @param parameters values in place of the parameters' defaults
/// @param secrets the text of a secret, by the name of its resource
record ValueResolver(
    TemplateValue root, Map<String, String> parameters, UnaryOperator<String> secrets) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");
  private static final Pattern SECRET =
      Pattern.compile(
          "\\{\\{resolve:secretsmanager:([A-Za-z0-9]+)(?::SecretString:([A-Za-z0-9]+))?}}");

  String resolve(TemplateValue undecided) {
    var value = choose(undecided);
    return switch (value.tag()) {
      case "" -> value.text();
      case "!Ref", "!GetAtt" -> reference(value.text(), value);
      case "!Sub" -> secret(substitute(value), value);
      default -> throw value.fault("the local stack does not support " + value.tag());
    };
  }

  /// Whether the condition holds whose name is in `name`.
  boolean holds(TemplateValue name) {
    return new Conditions(root, this::resolve).holds(name);
  }

  /// Follows `!If`, and the value of an `AWS::SSM::Parameter`, to what they stand for.
  TemplateValue choose(TemplateValue value) {
    return switch (value.tag()) {
      case "!If" -> {
        var sides = value.list();
        yield choose(sides.get(holds(sides.getFirst()) ? 1 : 2));
      }
      case "!GetAtt" -> parameterValue(value.text()).map(this::choose).orElse(value);
      default -> value;
    };
  }

  /// What `<name>.Value` of an `AWS::SSM::Parameter` is.
  private Optional<TemplateValue> parameterValue(String attribute) {
    return Optional.of(attribute)
        .filter(name -> name.endsWith(".Value"))
        .flatMap(name -> root.at("Resources", name.substring(0, name.length() - 6)))
        .filter(resource -> resource.get("Type").text().equals("AWS::SSM::Parameter"))
        .map(resource -> resource.get("Properties").get("Value"));
  }

  private String substitute(TemplateValue value) {
    return REFERENCE
        .matcher(value.text())
        .replaceAll(m -> Matcher.quoteReplacement(reference(m.group(1), value)));
  }

  private String secret(String text, TemplateValue value) {
    return SECRET
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(secret(m.group(1), m.group(2), value)));
  }

  /// @param key of the value within the secret, if it is a JSON object
  private String secret(String name, @Nullable String key, TemplateValue value) {
    var secret = secrets.apply(name);
    if (key == null) {
      return secret;
    }
    try {
      return Optional.of(Json.read(secret).path(key))
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText)
          .orElseThrow(() -> value.fault("the secret " + name + " has no " + key));
    } catch (IllegalArgumentException e) {
      throw value.fault("the secret " + name + " is not JSON");
    }
  }

  private String reference(String name, TemplateValue value) {
    switch (name) {
      case "AWS::Region", "AWS::StackName" -> {
        return "local";
      }
      default -> {}
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
          name.contains(".") ? name : Template.physicalName(name);
      default -> name;
    };
  }
}
