package news.nashra.local.stack.states;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import news.nashra.local.stack.template.TemplateValue;

/// The states of a machine. Whatever in it the local stack does not run is a fault with its line.
record Definition(String startAt, Map<String, State> states) {
  /// @param functionOf the name of the function that a `Resource` is
  static Definition read(
      String name, TemplateValue value, Function<TemplateValue, String> functionOf) {
    value.allow(name, Set.of("StartAt", "States"));
    return processor(name, value, functionOf);
  }

  /// Like [#read], for one that has further fields.
  static Definition processor(
      String name, TemplateValue value, Function<TemplateValue, String> functionOf) {
    var written = value.get("States").fields();
    var reader = new StateReader(written.keySet(), functionOf);
    var states = new HashMap<String, State>();
    written.forEach((state, fields) -> states.put(state, reader.read(name + "." + state, fields)));
    return new Definition(reader.name(value.get("StartAt")), states);
  }

  State state(String name) {
    return Objects.requireNonNull(states.get(name));
  }
}
