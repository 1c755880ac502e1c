package news.nashra.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportedTest {
  @Test
  void theTemplateOfTheNewspaperIsSupported() {
    var template = Template.read(Path.of("../../template.yaml"), Map.of(), name -> "");
    assertThat(template.resources("AWS::DynamoDB::Table").keySet())
        .containsExactly("ArticlesTable", "CommentsTable", "MediaTable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ BillingMode: PAY_PER_REQUEST, Tags: [] } | Tags",
        "{ TableName: articles }                    | TableName",
        "{ SSESpecification: {} }                   | SSESpecification",
      })
  void aPropertyThatChangesATableIsRefused(String properties, String named) {
    assertRefused(
        "Articles: { Type: AWS::DynamoDB::Table, Properties: " + properties + " }",
        "Articles: the local stack does not support " + named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MaximumRecordAgeInSeconds: 3600",
        "TumblingWindowInSeconds: 30",
        "Enabled: false",
      })
  void aPropertyThatChangesATriggerIsRefused(String property) {
    assertRefused(
        "Press: { Type: AWS::Serverless::Function, Properties: { Events: { Heads: "
            + "{ Type: DynamoDB, Properties: { "
            + property
            + " } } } } }",
        "Press.Heads: the local stack does not support " + property.replaceAll(":.*", ""));
  }

  @Test
  void anAuthorizationOfARouteThatIsNoAuthorizerIsRefused() {
    assertRefused(
        "Read: { Type: AWS::Serverless::Function, Properties: { Events: { List: "
            + "{ Type: HttpApi, Properties: { Auth: { AuthorizationScopes: [] } } } } } }",
        "Read.List.Auth: the local stack does not support AuthorizationScopes");
  }

  @Test
  void anUnknownTriggerIsRefused() {
    assertRefused(
        "Press: { Type: AWS::Serverless::Function, Properties: { Events: { Queue: "
            + "{ Type: Kinesis, Properties: {} } } } }",
        "Press.Queue: the local stack has no trigger Kinesis");
  }

  @Test
  void theAgeOfAnAsynchronousEventIsRefused() {
    assertRefused(
        "Press: { Type: AWS::Serverless::Function, Properties: { EventInvokeConfig: "
            + "{ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 60 } } }",
        "Press.EventInvokeConfig: the local stack does not support MaximumEventAgeInSeconds");
  }

  @Test
  void anUnknownResourceIsRefused() {
    assertRefused(
        "Cluster: { Type: AWS::ECS::Cluster }",
        "Cluster: the local stack does not run AWS::ECS::Cluster");
  }

  @Test
  void aConditionOfAResourceIsRefused() {
    assertRefused(
        "Site: { Type: AWS::S3::Bucket, Condition: IsProduction }",
        "Site: the local stack does not support Condition");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mappings: {}                        | The template: the local stack does not support Mappings",
        "Globals: { Api: {} }                | Globals: the local stack does not support Api",
        "Globals: { Function: { Layers: 1 } }| Globals.Function: the local stack does not support Layers",
        "Resources: [                        | expected the node content, but found '<stream end>'",
      })
  void anUnknownSectionIsRefused(String section, String message) {
    assertThatThrownBy(() -> Template.parse("Description: x\n" + section, Map.of(), name -> ""))
        .isInstanceOf(StackFault.class)
        .hasMessageStartingWith("template.yaml:2: " + message);
  }

  private static void assertRefused(String resource, String message) {
    var text = "Resources:\n  Failures: { Type: AWS::SQS::Queue }\n  " + resource + "\n";
    assertThatThrownBy(() -> Template.parse(text, Map.of(), name -> ""))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:3: " + message);
  }
}
