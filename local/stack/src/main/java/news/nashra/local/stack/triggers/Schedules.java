package news.nashra.local.stack.triggers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.Template;

/// The schedules of the template, all of them `rate(1 minute)`: calls their functions one after the
/// other.
final class Schedules implements AutoCloseable {
  private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);

  private final List<LambdaFunction> functions;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Schedules(List<LambdaFunction> functions) {
    this.functions = List.copyOf(functions);
  }

  static Schedules read(Template template, Map<String, ? extends LambdaFunction> functions) {
    return new Schedules(
        template.events("ScheduleV2").stream()
            .filter(event -> enabled(template, event))
            .<LambdaFunction>map(event -> {
              var expression = event.properties().get("ScheduleExpression");
              if (!expression.text().equals("rate(1 minute)")) {
                throw expression.fault("the local stack has one schedule, rate(1 minute)");
              }
              return Objects.requireNonNull(functions.get(event.function()));
            })
            .toList());
  }

  private static boolean enabled(Template template, Template.Event event) {
    return event
        .properties()
        .find("State")
        .map(template::resolve)
        .map(state -> state.equals("ENABLED"))
        .orElse(true);
  }

  /// Calls the functions now, and then each minute.
  ///
  /// @param waiting whether the first calls are over when this returns
  void start(boolean waiting) {
    if (waiting) {
      fire();
    }
    clock.scheduleAtFixedRate(this::fire, waiting ? 60 : 0, 60, TimeUnit.SECONDS);
  }

  /// Calls each function once. One that fails is called again in the next minute.
  void fire() {
    for (var function : functions) {
      try {
        function.invoke(EVENT);
      } catch (LambdaFunction.Failed | RuntimeException e) {
        System.err.println(e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
