package news.nashra.local.stack.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import news.nashra.core.http.Json;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateText;
import news.nashra.local.stack.template.TemplateValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The state machines of the newspaper, with functions that are made up.
class StateMachinesTest {
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  @TestFactory
  Stream<DynamicTest> whatTheLocalStackDoesNotRunIsNamedWithItsLine() {
    return Cases.of("unsupported.yaml")
        .map(example -> {
          var fault = "template.yaml:" + example.get("fault").text();
          var definition = Cases.parse(example.get("definition").text());
          return DynamicTest.dynamicTest(
              fault,
              () ->
                  assertThatThrownBy(
                          () -> Definition.read("Machine", definition, TemplateValue::text))
                      .isInstanceOf(StackFault.class)
                      .hasMessage(fault));
        });
  }

  @Test
  void aSliceThatFailsHoldsUpNeitherTheOthersNorTheFronts() {
    var result =
        execute(
            "RepressEverything",
            (function, event) -> {
              calls.add(function + " " + event);
              if (event.path("from").asText().equals("b")) {
                throw new StateFault("TableDown", "as asked");
              }
              return Json.read(
                  event.isEmpty()
                      ? "{\"slices\": [{\"from\": \"a\"}, {\"from\": \"b\"}, {\"from\": \"c\"}]}"
                      : "{\"pressed\": 0}");
            });
    assertThat(result).isInstanceOf(ExecutionResult.Failed.class);
    assertThat(((ExecutionResult.Failed) result).error()).isEqualTo("SlicesFailed");
    assertThat(calls.getFirst()).isEqualTo("RepressSite {}");
    assertThat(calls).contains("RepressSite {\"from\":\"a\"}", "RepressSite {\"from\":\"c\"}");
    assertThat(Collections.frequency(calls, "RepressSite {\"from\":\"b\"}")).isEqualTo(6);
    assertThat(calls.getLast()).isEqualTo("RebuildHomepage {\"full\":true}");
  }

  @Test
  void whenNothingCanBePlannedTheFrontsArePressedAndTheExecutionFails() {
    var result =
        execute(
            "RepressEverything",
            (function, event) -> {
              calls.add(function);
              if (function.equals("RepressSite")) {
                throw new StateFault("TableDown", "as asked");
              }
              return JsonNodeFactory.instance.objectNode();
            });
    assertThat(calls.getLast()).isEqualTo("RebuildHomepage");
    assertThatThrownBy(result::orThrow)
        .hasMessageStartingWith("SlicesFailed: Some slices could not be pressed.");
  }

  @Test
  void aSliceOfPicturesGoesOnWhereItRanOutOfTime() {
    var result =
        execute(
            "RestoreAllPictures",
            (function, event) -> {
              calls.add(function + " " + event);
              return Json.read(
                  switch (event.path("from").asText()) {
                    case "" -> "{\"slices\": [{\"from\": \"a\", \"to\": \"z\"}]}";
                    case "a" -> "{\"restored\": 3, \"from\": \"k\", \"to\": \"z\"}";
                    default -> "{\"restored\": 2}";
                  });
            });
    assertThat(result).isInstanceOf(ExecutionResult.Succeeded.class);
    assertThat(calls)
        .containsExactly(
            "RestorePictures {}",
            "RestorePictures {\"from\":\"a\",\"to\":\"z\"}",
            "RestorePictures {\"restored\":3,\"from\":\"k\",\"to\":\"z\"}");
  }

  @Test
  void theAuditGoesThroughAllKeysThoughASliceCannotBeCompared() {
    var result = execute("AuditEverything", this::audit);
    assertThatThrownBy(result::orThrow)
        .hasMessageStartingWith("SlicesFailed: Some slices could not be compared.");
    assertThat(calls.subList(calls.size() - 3, calls.size()))
        .containsExactly(
            "{\"fronts\":true}", "{\"after\":\"\"}", "{\"stale\":0,\"after\":\"index.html\"}");
  }

  private JsonNode audit(String function, JsonNode event) throws StateFault {
    calls.add(event.toString());
    if (event.has("from")) {
      throw new StateFault("TableDown", "as asked");
    }
    boolean first = event.path("after").asText("-").isEmpty();
    return Json.read(
        event.isEmpty()
            ? "{\"slices\": [{\"from\": \"a\", \"to\": \"b\"}]}"
            : first ? "{\"stale\": 0, \"after\": \"index.html\"}" : "{\"stale\": 0}");
  }

  @Test
  void anUnknownMachineIsNamed() {
    assertThatThrownBy(() -> execute("Nothing", this::audit))
        .hasMessage("no state machine Nothing");
  }

  @Test
  void aFunctionThatIsNotThereIsNamedWithItsLine() {
    var template =
        TemplateText.newspaper("Restore: !Ref RestorePictures.Alias", "Restore: !Ref MediaTable");
    assertThatThrownBy(() -> StateMachines.read(template))
        .isInstanceOf(StackFault.class)
        .hasMessage(
            "template.yaml:"
                + TemplateText.line("Restore: !Ref RestorePictures.Alias")
                + ": MediaTable is no AWS::Serverless::Function");
  }

  @Test
  void aSubstitutionThatIsMissingIsNamedWithItsLine() {
    var template =
        TemplateText.newspaper("Audit: !Ref AuditSite.Alias", "Other: !Ref AuditSite.Alias");
    assertThatThrownBy(() -> StateMachines.read(template))
        .isInstanceOf(StackFault.class)
        .hasMessage(
            "template.yaml:"
                + TemplateText.line("Resource: ${Audit}")
                + ": AuditEverything: no substitution for ${Audit}");
  }

  private static ExecutionResult execute(String machine, Tasks tasks) {
    Template template = TemplateText.parse(TemplateText.newspaper());
    return StateMachines.read(template, pause -> {})
        .execute(machine, JsonNodeFactory.instance.objectNode(), tasks);
  }
}
