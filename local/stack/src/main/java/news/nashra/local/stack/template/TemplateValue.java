package news.nashra.local.stack.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A value of the template, which knows its line. Immutable.
public record TemplateValue(Node node) {
  static TemplateValue parse(String text) {
    try {
      return new Compose(LoadSettings.builder().setLabel("template.yaml").build())
          .composeString(text)
          .map(TemplateValue::new)
          .orElseThrow(() -> new StackFault("template.yaml: is empty"));
    } catch (org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw StackFault.at(line, e.getProblem());
    }
  }

  /// The fields of a mapping, in the order of the file.
  public Map<String, TemplateValue> fields() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("a mapping is expected here");
    }
    var fields = new LinkedHashMap<String, TemplateValue>();
    mapping
        .getValue()
        .forEach(t ->
            fields.put(
                ((ScalarNode) t.getKeyNode()).getValue(), new TemplateValue(t.getValueNode())));
    return fields;
  }

  public Optional<TemplateValue> find(String name) {
    return Optional.ofNullable(fields().get(name));
  }

  /// A field that has to be there.
  public TemplateValue get(String name) {
    return find(name).orElseThrow(() -> fault(name + " is missing"));
  }

  /// The value at the end of a path of fields, if all of them are there.
  public Optional<TemplateValue> at(String... names) {
    var found = Optional.of(this);
    for (var name : names) {
      found = found.flatMap(value -> value.find(name));
    }
    return found;
  }

  public List<TemplateValue> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault("a list is expected here");
    }
    return sequence.getValue().stream().map(TemplateValue::new).toList();
  }

  /// Whether it is a text, or a `!Sub` or the like over one.
  public boolean isText() {
    return node instanceof ScalarNode;
  }

  /// The texts of a list, or of one text in its place.
  public List<String> texts() {
    return isText() ? List.of(text()) : list().stream().map(TemplateValue::text).toList();
  }

  public String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw fault("a text is expected here");
    }
    return scalar.getValue();
  }

  public int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw fault("a number is expected here, not " + text());
    }
  }

  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault("true or false is expected here, not " + text());
    };
  }

  /// The value as JSON, such as the default input of a state.
  public JsonNode json() {
    var json = JsonNodeFactory.instance;
    return switch (node) {
      case MappingNode mapping -> {
        var object = json.objectNode();
        fields().forEach((name, value) -> object.set(name, value.json()));
        yield object;
      }
      case SequenceNode sequence -> {
        var array = json.arrayNode();
        list().forEach(value -> array.add(value.json()));
        yield array;
      }
      default -> scalar();
    };
  }

  private JsonNode scalar() {
    var json = JsonNodeFactory.instance;
    var tag = node.getTag();
    if (!tag().isEmpty()) {
      throw fault("a plain value is expected here, not " + tag());
    }
    if (tag.equals(Tag.NULL)) {
      return json.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return json.booleanNode(flag());
    }
    return tag.equals(Tag.INT) ? json.numberNode(number()) : json.textNode(text());
  }

  /// `!Ref`, `!Sub`, `!GetAtt`; empty for a plain value.
  String tag() {
    var tag = node.getTag().getValue();
    return tag.startsWith("!") ? tag : "";
  }

  /// Throws a fault, with its line, for a field that is not among `known`.
  ///
  /// @param owner the resource or trigger, for the message
  public void allow(String owner, Collection<String> known) {
    fields()
        .forEach((property, value) -> {
          if (!known.contains(property)) {
            throw value.fault(owner + ": the local stack does not support " + property);
          }
        });
  }

  /// The line of the file on which the value begins, from 1.
  public int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /// A fault with the line of this value.
  public StackFault fault(String message) {
    return StackFault.at(line(), message);
  }
}
