package news.nashra.local.stack.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String TEMPLATE =
      """
      Resources:
        Press: { Type: AWS::Serverless::Function, Properties: { Events: {
          EveryMinute: { Type: ScheduleV2, Properties: { ScheduleExpression: %1$s } } } } }
        Rebuild: { Type: AWS::Serverless::Function, Properties: { Events: {
          EveryMinute: { Type: ScheduleV2, Properties: { ScheduleExpression: %1$s } } } } }
      """;

  @Test
  void eachFunctionIsCalledThoughAnotherFails() {
    var template = TemplateText.parse(TEMPLATE.formatted("rate(1 minute)"));
    var press = RecordingFunction.failing("Press");
    var rebuild = RecordingFunction.silent("Rebuild");
    try (var schedules = Schedules.read(template, Map.of("Press", press, "Rebuild", rebuild))) {
      schedules.fire();
      assertThat(press.events()).containsExactly(Json.read("{}"));
      assertThat(rebuild.events()).containsExactly(Json.read("{}"));
    }
  }

  @Test
  void whatIsDueInDaysIsNotCalledAtTheStart() {
    var press = RecordingFunction.silent("Press");
    var rebuild = RecordingFunction.silent("Rebuild");
    var text = TEMPLATE.replaceFirst("%1.s", "rate(2 days)").formatted("rate(5 minutes)");
    var functions = Map.of("Press", press, "Rebuild", rebuild);
    try (var schedules = Schedules.read(TemplateText.parse(text), functions)) {
      for (int minute = 0; minute <= 2 * 24 * 60; minute++) {
        assertThat(press.events()).isEmpty();
        schedules.fire();
      }
      assertThat(press.events()).hasSize(1);
      assertThat(rebuild.events()).hasSize(1 + 2 * 24 * 60 / 5);
    }
  }

  @Test
  void aFunctionThatWaitsHoldsUpNoOther() throws Exception {
    var template = TemplateText.parse(TEMPLATE.formatted("rate(1 minute)"));
    var free = new CountDownLatch(1);
    var called = new CountDownLatch(2);
    var press = new Waiting(free);
    var rebuild = new Counting(called);
    var functions = Map.of("Press", press, "Rebuild", rebuild);
    try (var schedules = Schedules.read(template, functions, Duration.ofSeconds(1), SHORT)) {
      schedules.start(true);
      assertThat(called.getCount()).isEqualTo(1);
      var fired = CompletableFuture.runAsync(schedules::fire);
      assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(fired).isNotDone();
      free.countDown();
      assertThat(fired).succeedsWithin(Duration.ofSeconds(20));
    }
  }

  @Test
  void theStartWaitsLongerForTheFirstCalls() {
    var template = TemplateText.parse(TEMPLATE.formatted("rate(1 minute)"));
    var over = new CountDownLatch(2);
    var slow = new Slow(SHORT.multipliedBy(5), over);
    var functions = Map.of("Press", slow, "Rebuild", slow);
    try (var schedules = Schedules.read(template, functions, Duration.ofSeconds(30), SHORT)) {
      schedules.start(true);
      assertThat(over.getCount()).isZero();
    }
  }

  private record Slow(Duration time, CountDownLatch over) implements LambdaFunction {
    @Override
    public String name() {
      return "Slow";
    }

    @Override
    public byte[] invoke(byte[] event) {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      over.countDown();
      return event;
    }
  }

  private record Waiting(CountDownLatch free) implements LambdaFunction {
    @Override
    public String name() {
      return "Press";
    }

    @Override
    public byte[] invoke(byte[] event) {
      try {
        free.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return event;
    }
  }

  private record Counting(CountDownLatch called) implements LambdaFunction {
    @Override
    public String name() {
      return "Rebuild";
    }

    @Override
    public byte[] invoke(byte[] event) {
      called.countDown();
      return event;
    }
  }

  @Test
  void aDisabledScheduleCallsNobody() {
    var template = TemplateText.parse(TEMPLATE.formatted("rate(1 minute), State: DISABLED"));
    var press = RecordingFunction.silent("Press");
    try (var schedules = Schedules.read(template, Map.of("Press", press, "Rebuild", press))) {
      schedules.fire();
      assertThat(press.events()).isEmpty();
    }
  }

  @Test
  void aScheduleOfFiveMinutesCallsEveryFifthTime() {
    var template = TemplateText.parse(TEMPLATE.formatted("rate(5 minutes)"));
    var press = RecordingFunction.silent("Press");
    var rebuild = RecordingFunction.silent("Rebuild");
    try (var schedules = Schedules.read(template, Map.of("Press", press, "Rebuild", rebuild))) {
      for (int minute = 0; minute <= 10; minute++) {
        schedules.fire();
      }
      assertThat(press.events()).hasSize(3);
    }
  }

  @Test
  void anotherScheduleStopsTheStartWithItsLine() {
    var template = TemplateText.parse(TEMPLATE.formatted("rate(1 hour)"));
    var press = RecordingFunction.silent("Press");
    assertThatThrownBy(() -> Schedules.read(template, Map.of("Press", press, "Rebuild", press)))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:3: the local stack has schedules such as rate(5 minutes)");
  }
}
