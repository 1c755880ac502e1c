package news.nashra.local.stack.triggers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The schedules of the template, such as `rate(1 minute)` and `rate(5 minutes)`: calls their
/// functions one after the other, all of them at the start but those of days, such as `rate(7
/// days)`. One that takes its time, because it waits for something, does not hold up those after
/// it, nor the next minute.
final class Schedules implements AutoCloseable {
  private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);

  private static final Pattern RATE =
      Pattern.compile("rate\\((?:1 minute|(\\d{1,4}) (minutes|days))\\)");

  private static final int DAY = (int) Duration.ofDays(1).toMinutes();

  /// After this time the next function is called.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// The same for the first calls, which are slow because each function has to be loaded.
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);

  /// A function, and the minutes from one call of it to the next.
  private record Scheduled(LambdaFunction function, int minutes) {
    boolean isDue(long minute) {
      return minute % minutes == 0 && (minute > 0 || minutes < DAY);
    }
  }

  private final List<Scheduled> schedules;
  private final Duration firstPatience;
  private final Duration patience;
  private long minute;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

  private Schedules(List<Scheduled> schedules, Duration firstPatience, Duration patience) {
    this.schedules = List.copyOf(schedules);
    this.firstPatience = firstPatience;
    this.patience = patience;
  }

  static Schedules read(Template template, Map<String, ? extends LambdaFunction> functions) {
    return read(template, functions, FIRST_PATIENCE, PATIENCE);
  }

  /// @param firstPatience how long [#start] waits for each call before it makes the next
  /// @param patience how long later calls are waited for
  static Schedules read(
      Template template,
      Map<String, ? extends LambdaFunction> functions,
      Duration firstPatience,
      Duration patience) {
    var schedules =
        template.events("ScheduleV2").stream()
            .filter(event -> enabled(template, event))
            .map(event ->
                new Scheduled(
                    Objects.requireNonNull(functions.get(event.function())),
                    minutes(event.properties().get("ScheduleExpression"))))
            .toList();
    return new Schedules(schedules, firstPatience, patience);
  }

  private static int minutes(TemplateValue expression) {
    var rate = RATE.matcher(expression.text());
    if (!rate.matches()) {
      throw expression.fault("the local stack has schedules such as rate(5 minutes)");
    }
    if (rate.group(1) == null) {
      return 1;
    }
    int number = Math.max(1, Integer.parseInt(rate.group(1)));
    return rate.group(2).equals("days") ? number * DAY : number;
  }

  private static boolean enabled(Template template, Template.Event event) {
    return event
        .properties()
        .find("State")
        .map(template::resolve)
        .map(state -> state.equals("ENABLED"))
        .orElse(true);
  }

  /// Calls the functions now, and then each in its minutes.
  ///
  /// @param waiting whether the first calls are over when this returns, but for those that take
  ///   their time
  void start(boolean waiting) {
    if (waiting) {
      begin(firstPatience);
    }
    clock.scheduleAtFixedRate(() -> begin(patience), waiting ? 60 : 0, 60, TimeUnit.SECONDS);
  }

  /// Does what is due in one minute, and returns when all of it is done. A function that fails is
  /// called again when it is due again.
  void fire() {
    begin(patience).forEach(CompletableFuture::join);
  }

  private synchronized List<CompletableFuture<Void>> begin(Duration limit) {
    long now = minute++;
    return schedules.stream()
        .filter(schedule -> schedule.isDue(now))
        .map(schedule -> begin(schedule.function(), limit))
        .toList();
  }

  private CompletableFuture<Void> begin(LambdaFunction function, Duration limit) {
    var call = CompletableFuture.runAsync(() -> call(function), threads);
    call.copy().completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS).join();
    return call;
  }

  private static void call(LambdaFunction function) {
    try {
      function.invoke(EVENT);
    } catch (LambdaFunction.Failed | RuntimeException e) {
      System.err.println(e.getMessage());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
  }
}
