package news.nashra.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final String HEAD =
      """
      Parameters:
        Stage:
          Type: String
          Default: prod
        Domain:
          Type: String
        Restored:
          Type: String
          Default: ""
      Conditions:
        IsProduction: !Equals [!Ref Stage, prod]
        IsRestored: !Not [!Equals [!Ref Restored, ""]]
        IsBoth: !And [!Condition IsProduction, !Condition IsRestored]
        IsEither: !Or [!Condition IsProduction, !Condition IsRestored]
        IsOdd: !Contains [[prod], !Ref Stage]
      Resources:
        InUse:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Value: !If [IsRestored, !Ref Restored, !Ref Articles]
        Articles:
          Type: AWS::DynamoDB::Table
          Properties:
            BillingMode: PAY_PER_REQUEST
        Site:
          Type: AWS::S3::Bucket
        Failures:
          Type: AWS::SQS::Queue
        Key:
          Type: AWS::SecretsManager::Secret
          Properties:
            GenerateSecretString: { PasswordLength: 48 }
        Press:
          Type: AWS::Serverless::Function
          Properties:
            Description: %s
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain text                                       | plain text",
        "!Ref Stage                                       | prod",
        "!Ref Articles                                    | nashra-articles",
        "!Ref Site                                        | nashra-site",
        "!Ref Failures                                    | Failures",
        "!Ref AWS::Region                                 | local",
        "!Ref AWS::StackName                              | local",
        "!If [IsProduction, live, '']                     | live",
        "!If [IsRestored, !Ref Restored, original]        | original",
        "!If [IsBoth, both, !If [IsEither, one, none]]    | one",
        "!GetAtt InUse.Value                              | nashra-articles",
        "!GetAtt Articles.StreamArn                       | Articles.StreamArn",
        "!GetAtt Failures.Arn                             | Failures.Arn",
        "!Sub 'https://${Stage}.example/${Site}?${Stage}' | https://prod.example/nashra-site?prod",
        "!Sub 'in ${AWS::Region}'                         | in local",
        "!Sub '{{resolve:secretsmanager:${Key}}}'         | {\"turn1\": \"the secret of Key\"}",
        "!Sub '{{resolve:secretsmanager:${Key}:SecretString:turn1}}' | the secret of Key",
        "'{{resolve:secretsmanager:Key}}'                 | {{resolve:secretsmanager:Key}}",
      })
  void aValueIsResolved(String value, String resolved) {
    assertThat(resolve(value, Map.of())).isEqualTo(resolved);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "!Ref Domain           | the parameter Domain has no default",
        "!Ref Nothing          | there is no Nothing",
        "!GetAtt Nothing.Arn   | there is no Nothing.Arn",
        "!Sub 'at ${Nothing}'  | there is no Nothing",
        "!Ref AWS::AccountId   | there is no AWS::AccountId",
        "!ImportValue Shared   | the local stack does not support !ImportValue",
        "!If [a, b, c]         | there is no condition a",
        "!Sub '{{resolve:secretsmanager:${Key}:SecretString:turn2}}' | the secret Key has no turn2",
        "{ Ref: Stage }        | a text is expected here",
      })
  void whatCannotBeResolvedIsNamedWithItsLine(String value, String message) {
    assertThatThrownBy(() -> resolve(value, Map.of()))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:37: " + message);
  }

  @Test
  void aParameterIsOverridden() {
    assertThat(resolve("!Ref Stage", Map.of("Stage", "dev"))).isEqualTo("dev");
    assertThat(resolve("!Sub '${Domain}!'", Map.of("Domain", "news.example")))
        .isEqualTo("news.example!");
  }

  @Test
  void aConditionFollowsItsParameters() {
    var restored = Map.of("Stage", "dev", "Restored", "copy");
    assertThat(resolve("!If [IsProduction, live, test]", restored)).isEqualTo("test");
    assertThat(resolve("!GetAtt InUse.Value", restored)).isEqualTo("copy");
    assertThat(resolve("!If [IsBoth, both, !If [IsEither, one, none]]", restored)).isEqualTo("one");
  }

  @Test
  void noValueIsNothing() {
    var value = "!If [IsProduction, 5, !Ref AWS::NoValue]";
    var dev = template(value, Map.of("Stage", "dev"));
    assertThat(dev.resolveUnlessNone(description(dev))).isEmpty();
    var production = template(value, Map.of());
    assertThat(production.resolveUnlessNone(description(production))).hasValue("5");
  }

  @Test
  void aConditionThatTheLocalStackDoesNotDecideIsNamedWithItsLine() {
    assertThatThrownBy(() -> resolve("!If [IsOdd, a, b]", Map.of()))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:15: the local stack does not decide !Contains");
  }

  @Test
  void aReferenceIsFollowedToTheTableInUse() {
    assertThat(target("!GetAtt InUse.Value")).isEqualTo("Articles");
    assertThat(target("!If [IsRestored, !Ref Site, !GetAtt Articles.Arn]")).isEqualTo("Articles");
  }

  private static String target(String reference) {
    var template = template(reference, Map.of());
    return template.target(description(template));
  }

  @Test
  void anOverrideOfNoParameterIsRefused() {
    assertThatThrownBy(() -> resolve("x", Map.of("Stag", "dev")))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml has no parameter Stag");
  }

  @Test
  void aReferenceNamesItsTarget() {
    var template = template("!GetAtt Articles.Arn", Map.of());
    var reference = description(template);
    assertThat(template.target(reference)).isEqualTo("Articles");
    assertThat(template.target(reference, "AWS::DynamoDB::Table").get("BillingMode").text())
        .isEqualTo("PAY_PER_REQUEST");
    assertThatThrownBy(() -> template.target(reference, "AWS::S3::Bucket"))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:37: Articles is no AWS::S3::Bucket");
  }

  @Test
  void aTextIsNoReference() {
    var template = template("Articles", Map.of());
    assertThatThrownBy(() -> template.target(description(template)))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:37: a !Ref or a !GetAtt is expected here");
  }

  @Test
  void aFolderWithoutATemplateIsNamed(@TempDir Path home) {
    assertThatThrownBy(() -> Template.read(home.resolve("template.yaml"), Map.of(), name -> ""))
        .isInstanceOf(StackFault.class)
        .hasMessage("no template.yaml in " + home);
  }

  private static String resolve(String value, Map<String, String> parameters) {
    var template = template(value, parameters);
    return template.resolve(description(template));
  }

  private static Template template(String value, Map<String, String> parameters) {
    return Template.parse(
        HEAD.formatted(value), parameters, name -> "{\"turn1\": \"the secret of " + name + "\"}");
  }

  private static TemplateValue description(Template template) {
    return template.only("AWS::Serverless::Function").getValue().get("Description");
  }
}
