package news.nashra.local.stack;

import java.nio.file.Path;
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

/// A value of the template with the line on which it stands.
record TemplateValue(Node node) {
  static TemplateValue read(Path file, String text) {
    try {
      return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
          .composeString(text)
          .map(TemplateValue::new)
          .orElseThrow(() -> new StackFault("template.yaml: is empty"));
    } catch (org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new StackFault("template.yaml:" + line + ": " + e.getProblem());
    }
  }

  Map<String, TemplateValue> fields() {
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

  Optional<TemplateValue> find(String name) {
    return Optional.ofNullable(fields().get(name));
  }

  TemplateValue get(String name) {
    return find(name).orElseThrow(() -> fault(name + " is missing"));
  }

  /// The value at the end of a way of fields, if all of it is there.
  Optional<TemplateValue> at(String... names) {
    var found = Optional.of(this);
    for (var name : names) {
      found = found.flatMap(value -> value.find(name));
    }
    return found;
  }

  List<TemplateValue> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault("a list is expected here");
    }
    return sequence.getValue().stream().map(TemplateValue::new).toList();
  }

  String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw fault("a text is expected here");
    }
    return scalar.getValue();
  }

  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw fault("a number is expected here, not " + text());
    }
  }

  /// `!Ref`, `!Sub`, `!GetAtt`; empty for a plain value.
  String tag() {
    var tag = node.getTag().getValue();
    return tag.startsWith("!") ? tag : "";
  }

  StackFault fault(String message) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    return new StackFault("template.yaml:" + line + ": " + message);
  }
}
