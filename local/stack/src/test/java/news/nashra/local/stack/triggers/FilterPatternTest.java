package news.nashra.local.stack.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterPatternTest {
  private static final JsonNode RECORD =
      Json.read(
          """
          {"eventName": "MODIFY", "dynamodb": {
            "Keys": {"pk": {"S": "ARTICLE#1"}, "sk": {"S": "SHOWN#2"}},
            "NewImage": {"pinned": {"BOOL": true}, "note": {"NULL": null}, "empty": {"S": ""}}}}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // equality, one of several values, all of several fields
        "{'eventName': ['MODIFY']}                                                  | true",
        "{'eventName': ['REMOVE']}                                                  | false",
        "{'eventName': ['modify']}                                                  | false",
        "{'eventName': ['REMOVE', 'MODIFY']}                                        | true",
        "{'eventName': ['MODIFY'], 'dynamodb': {'Keys': {'sk': {'S': ['HEAD']}}}}   | false",
        "{'eventName': ['MODIFY'], 'dynamodb': {'Keys': {'sk': {'S': ['SHOWN#2']}}}}| true",
        "{'dynamodb': {'NewImage': {'pinned': {'BOOL': [true]}}}}                   | true",
        "{'dynamodb': {'NewImage': {'pinned': {'BOOL': ['true']}}}}                 | false",
        "{'dynamodb': {'NewImage': {'note': {'NULL': [null]}}}}                     | true",
        "{'dynamodb': {'NewImage': {'empty': {'S': ['']}}}}                         | true",
        "{'dynamodb': {'NewImage': {'missing': {'S': ['']}}}}                       | false",
        "{}                                                                         | true",
        "{'eventName': []}                                                          | false",
        // prefix
        "{'dynamodb': {'Keys': {'sk': {'S': [{'prefix': 'SHOWN#'}]}}}}              | true",
        "{'dynamodb': {'Keys': {'sk': {'S': [{'prefix': 'HEAD'}]}}}}                | false",
        "{'dynamodb': {'Keys': {'sk': {'S': ['HEAD', {'prefix': 'SHOWN#'}]}}}}      | true",
        "{'dynamodb': {'NewImage': {'missing': {'S': [{'prefix': ''}]}}}}           | false",
        "{'dynamodb': {'NewImage': {'pinned': {'BOOL': [{'prefix': 'tr'}]}}}}       | false",
        // exists, which looks at the ends of paths only
        "{'dynamodb': {'NewImage': {'pinned': {'BOOL': [{'exists': true}]}}}}       | true",
        "{'dynamodb': {'NewImage': {'pinned': {'BOOL': [{'exists': false}]}}}}      | false",
        "{'dynamodb': {'OldImage': {'pinned': {'BOOL': [{'exists': false}]}}}}      | true",
        "{'dynamodb': {'OldImage': {'pinned': {'BOOL': [{'exists': true}]}}}}       | false",
        "{'dynamodb': {'NewImage': [{'exists': true}]}}                             | false",
      })
  void aPatternChoosesRecords(String pattern, boolean matches) {
    assertThat(read(pattern).matches(RECORD)).isEqualTo(matches);
  }

  /// What editors type, and who is at work on what, has readers in no stream; so no page follows.
  @ParameterizedTest
  @CsvSource({
    "ARTICLE#01KJ4Z6V8G0000000000000001, HEAD, true",
    "LIST#published, 2026-02-23T08:00:00.000Z#01KJ4Z6V8G0000000000000001, true",
    "ARTICLE#01KJ4Z6V8G0000000000000001, WORKING#salma, false",
    "ARTICLE#01KJ4Z6V8G0000000000000001, WORKING#HEAD, false",
    "LIST#working, 01KJ4Z6V8G0000000000000001#salma, false",
    "LIST#open, 01KJ4Z6V8G0000000000000001#salma, false",
    "LIST#word#published, 2026-02-23T08:00:00.000Z#01KJ4Z6V8G0000000000000001, false",
    "PREVIEW#01KJ4Z6V8G0000000000000001, PREVIEW, false"
  })
  void theNewspaperFollowsArticlesAndNoWorkingCopies(String pk, String sk, boolean followed) {
    var keys = Map.of("pk", Map.of("S", pk), "sk", Map.of("S", sk));
    var record = Json.read(Json.write(Map.of("dynamodb", Map.of("Keys", keys))));
    var patterns =
        Pattern.compile("- Pattern: '(.*)'")
            .matcher(TemplateText.newspaper())
            .results()
            .map(found -> read(found.group(1)))
            .toList();
    assertThat(patterns).hasSizeGreaterThan(2);
    assertThat(patterns.stream().anyMatch(pattern -> pattern.matches(record))).isEqualTo(followed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'a': [{'anything-but': ['x']}]}    | the local stack has no filter {\"anything-but\":[\"x\"]}",
        "{'a': [{'suffix': 'x'}]}            | the local stack has no filter {\"suffix\":\"x\"}",
        "{'a': [{'numeric': ['>', 1]}]}      | the local stack has no filter {\"numeric\":[\">\",1]}",
        "{'a': ['x', {'equals-ignore-case': 'y'}]} | the local stack has no filter {\"equals-ignore-case\":\"y\"}",
        "{'$or': [{'a': ['x']}]}             | the local stack has no filter $or",
        "{'a': [{'prefix': {'suffix': 'x'}}]}| the local stack has no filter {\"prefix\":{\"suffix\":\"x\"}}",
        "{'a': [{'exists': 'yes'}]}          | the local stack has no filter {\"exists\":\"yes\"}",
        "{'a': [{'exists': true, 'prefix': 'x'}]} | the local stack has no filter {\"exists\":true,\"prefix\":\"x\"}",
        "{'a': 'x'}                          | the values of a filter are a list, not \"x\"",
        "{'a': [                             | not JSON",
      })
  void anyOtherPatternStopsTheStartWithItsLine(String pattern, String message) {
    assertThatThrownBy(() -> read(pattern))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:14: Press.Heads: " + message);
  }

  private static FilterPattern read(String pattern) {
    var template =
        TemplateText.parse(
            """
            Resources:
              Articles: { Type: AWS::DynamoDB::Table }
              Press:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Heads:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Articles.StreamArn
                        StartingPosition: LATEST
                        MaximumRetryAttempts: 1
                        FilterCriteria: { Filters: [ { Pattern:
                          '%s' } ] }
            """
                .formatted(pattern.strip().replace('\'', '"')));
    var functions = Map.<String, LambdaFunction>of("Press", RecordingFunction.silent("Press"));
    return EventSourceMapping.read(template, functions).getFirst().filters().getFirst();
  }
}
