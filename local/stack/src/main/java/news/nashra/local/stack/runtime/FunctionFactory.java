package news.nashra.local.stack.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// Creates the functions of the template.
///
/// @param workshop the folder into which zips are unpacked
/// @param common environment variables that all functions have
/// @param clock of all functions
public record FunctionFactory(
    Template template, Path home, Path workshop, Map<String, String> common, NewspaperClock clock) {
  private static final Duration INIT = Duration.ofSeconds(60);

  /// All functions by their names.
  public Map<String, LocalFunction> all() {
    var functions = new LinkedHashMap<String, LocalFunction>();
    var packages = new HashMap<Path, DeploymentPackage>();
    template
        .resources("AWS::Serverless::Function")
        .forEach((name, properties) -> {
          var zip = home.resolve(properties.get("CodeUri").text());
          var code = packages.computeIfAbsent(zip, z -> new DeploymentPackage(z, workshop, clock));
          functions.put(name, function(name, properties, code));
        });
    return functions;
  }

  private LocalFunction function(String name, TemplateValue properties, DeploymentPackage code) {
    var environment = new LinkedHashMap<String, String>();
    template.global("Environment").ifPresent(value -> read(value, environment));
    properties.find("Environment").ifPresent(value -> read(value, environment));
    environment.putAll(common);
    int timeout =
        properties.find("Timeout").or(() -> template.global("Timeout")).orElseThrow().number();
    return new LocalFunction(
        name,
        properties.get("Handler").text(),
        new LocalFunction.Limits(INIT, Duration.ofSeconds(timeout), concurrency(properties)),
        code,
        environment,
        clock);
  }

  private int concurrency(TemplateValue properties) {
    return properties
        .find("ReservedConcurrentExecutions")
        .flatMap(template::resolveUnlessNone)
        .map(Integer::parseInt)
        .orElse(Integer.MAX_VALUE);
  }

  private void read(TemplateValue environment, Map<String, String> into) {
    environment
        .get("Variables")
        .fields()
        .forEach((name, value) -> into.put(name, template.resolve(value)));
  }
}
