package news.nashra.local.stack.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.nashra.core.http.Json;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSourceMappingTest {
  private static final RecordingFunction PRESS = RecordingFunction.silent("Press");

  @Test
  void aTriggerIsReadWithAllItsProperties() {
    var mapping =
        read(
            "StartingPosition: TRIM_HORIZON, BatchSize: 7, MaximumBatchingWindowInSeconds: 5, MaximumRetryAttempts: 3, "
                + "ParallelizationFactor: 10, BisectBatchOnFunctionError: true, "
                + "FunctionResponseTypes: [ReportBatchItemFailures], "
                + "FilterCriteria: { Filters: [ { Pattern: '{\"eventName\": [\"MODIFY\"]}' } ] }, "
                + "DestinationConfig: { OnFailure: { Type: SQS, Destination: !Ref Failures } }");
    assertThat(mapping)
        .isEqualTo(
            new EventSourceMapping(
                "Press.Heads",
                "Articles",
                PRESS,
                7,
                Duration.ofSeconds(5),
                3,
                10,
                true,
                true,
                true,
                List.of(new FilterPattern(Json.read("{\"eventName\": [\"MODIFY\"]}")))));
  }

  @Test
  void defaultsAreThoseOfLambda() {
    assertThat(read("StartingPosition: LATEST, MaximumRetryAttempts: 0"))
        .isEqualTo(
            new EventSourceMapping(
                "Press.Heads",
                "Articles",
                PRESS,
                100,
                Duration.ZERO,
                0,
                1,
                false,
                false,
                false,
                List.of()));
  }

  @Test
  void aRecordThatMeetsOneOfTheFiltersIsWanted() {
    var mapping =
        read(
            "StartingPosition: LATEST, MaximumRetryAttempts: 0, FilterCriteria: { Filters: [ "
                + "{ Pattern: '{\"eventName\": [\"INSERT\"]}' }, "
                + "{ Pattern: '{\"eventName\": [\"MODIFY\"]}' } ] }");
    assertThat(mapping.wants(Json.read("{\"eventName\": \"MODIFY\"}"))).isTrue();
    assertThat(mapping.wants(Json.read("{\"eventName\": \"REMOVE\"}"))).isFalse();
    assertThat(read("StartingPosition: LATEST, MaximumRetryAttempts: 0").wants(Json.read("{}")))
        .as("without a filter")
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "StartingPosition: AT_TIMESTAMP, MaximumRetryAttempts: 1 | the local stack has TRIM_HORIZON and LATEST, not AT_TIMESTAMP",
        "MaximumRetryAttempts: 1                                 | StartingPosition is missing",
        "StartingPosition: LATEST                                | MaximumRetryAttempts is missing",
        "StartingPosition: LATEST, MaximumRetryAttempts: many    | a number is expected here, not many",
        "StartingPosition: LATEST, MaximumRetryAttempts: 1, BisectBatchOnFunctionError: yes | true or false is expected here, not yes",
        "StartingPosition: LATEST, MaximumRetryAttempts: 1, FunctionResponseTypes: [Other]  | the local stack has ReportBatchItemFailures here, not Other",
        "StartingPosition: LATEST, MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Type: SNS } } | the local stack has SQS here, not SNS",
      })
  void whatTheLocalStackDoesNotHaveStopsTheStartWithItsLine(String properties, String message) {
    assertThatThrownBy(() -> read(properties))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:6: " + message);
  }

  private static EventSourceMapping read(String properties) {
    var template =
        TemplateText.parse(
            """
            Resources:
              Articles: { Type: AWS::DynamoDB::Table }
              Failures: { Type: AWS::SQS::Queue }
              Press: { Type: AWS::Serverless::Function, Properties: { Events: {
                Heads: { Type: DynamoDB, Properties:
                  { Stream: !GetAtt Articles.StreamArn, %s } } } } }
            """
                .formatted(properties));
    return EventSourceMapping.read(template, Map.of("Press", PRESS)).getFirst();
  }
}
