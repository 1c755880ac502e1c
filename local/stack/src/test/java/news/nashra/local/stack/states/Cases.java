package news.nashra.local.stack.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import news.nashra.local.stack.template.TemplateValue;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/// Test cases in YAML.
final class Cases {
  private Cases() {}

  static Stream<TemplateValue> of(String file) {
    try (var in = Objects.requireNonNull(Cases.class.getResourceAsStream(file), file)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).list().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TemplateValue parse(String text) {
    return new TemplateValue(
        new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow());
  }
}
