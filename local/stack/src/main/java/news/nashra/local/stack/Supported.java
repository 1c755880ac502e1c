package news.nashra.local.stack;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The properties that the local stack runs, and those that mean nothing on one machine. Any other
/// would change what the newspaper does, and stops the start by name and line.
final class Supported {
  private static final Set<String> FUNCTION =
      Set.of(
          "Runtime",
          "CodeUri",
          "Handler",
          "Timeout",
          "Environment",
          "Events",
          "EventInvokeConfig",
          "Description",
          // One machine has neither roles, nor sizes, nor snapshots, nor CloudWatch.
          "Architectures",
          "MemorySize",
          "Policies",
          "SnapStart",
          "AutoPublishAlias",
          "LoggingConfig");

  private static final Map<String, Set<String>> BY_TYPE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("AWS::Serverless::Function", FUNCTION),
              Map.entry(
                  "AWS::DynamoDB::Table",
                  Set.of(
                      "AttributeDefinitions",
                      "KeySchema",
                      "GlobalSecondaryIndexes",
                      "StreamSpecification",
                      "TimeToLiveSpecification",
                      "BillingMode",
                      "DeletionProtectionEnabled",
                      "PointInTimeRecoverySpecification")),
              Map.entry(
                  "AWS::S3::Bucket",
                  Set.of(
                      "PublicAccessBlockConfiguration",
                      "OwnershipControls",
                      "VersioningConfiguration",
                      "BucketEncryption",
                      "LifecycleConfiguration",
                      // Here a bucket is named by its resource, and every newspaper may upload.
                      "BucketName",
                      "CorsConfiguration")),
              Map.entry(
                  "AWS::Serverless::HttpApi",
                  Set.of("Auth", "FailOnWarnings", "DefaultRouteSettings")),
              Map.entry("AWS::SecretsManager::Secret", Set.of("GenerateSecretString")),
              Map.entry(
                  "AWS::CloudFront::ResponseHeadersPolicy",
                  Set.of("ResponseHeadersPolicyConfig"))));

  /// Resources of which nothing runs here: their work is done by the stack itself, or by nobody.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "AWS::S3::BucketPolicy",
          "AWS::Cognito::UserPool",
          "AWS::Cognito::UserPoolClient",
          "AWS::Cognito::UserPoolGroup",
          "AWS::SQS::Queue",
          "AWS::CloudWatch::Alarm",
          "AWS::Logs::LogGroup",
          "AWS::Serverless::StateMachine",
          "AWS::CloudFront::Function",
          "AWS::CloudFront::OriginAccessControl",
          "AWS::CloudFront::CachePolicy",
          "AWS::CloudFront::OriginRequestPolicy",
          "AWS::CloudFront::Distribution");

  private static final Map<String, Set<String>> EVENTS =
      Map.of(
          "HttpApi", Set.of("ApiId", "Method", "Path", "Auth"),
          "S3", Set.of("Bucket", "Events"),
          "ScheduleV2", Set.of("ScheduleExpression", "RetryPolicy"),
          "DynamoDB",
              Set.of(
                  "Stream",
                  "StartingPosition",
                  "BatchSize",
                  "MaximumRetryAttempts",
                  "ParallelizationFactor",
                  "BisectBatchOnFunctionError",
                  "FunctionResponseTypes",
                  "FilterCriteria",
                  "DestinationConfig"));

  private Supported() {}

  static void check(TemplateValue template) {
    template
        .at("Globals", "Function")
        .ifPresent(globals -> properties("Globals.Function", globals, FUNCTION));
    template.get("Resources").fields().forEach(Supported::resource);
  }

  private static void resource(String name, TemplateValue resource) {
    var type = resource.get("Type").text();
    if (ELSEWHERE.contains(type)) {
      return;
    }
    var known = BY_TYPE.get(type);
    if (known == null) {
      throw resource.get("Type").fault(name + ": the local stack does not run " + type);
    }
    resource.find("Properties").ifPresent(values -> properties(name, values, known));
    resource
        .at("Properties", "Events")
        .ifPresent(events ->
            events
                .fields()
                .forEach((event, value) -> {
                  var of = EVENTS.get(value.get("Type").text());
                  if (of == null) {
                    throw value
                        .get("Type")
                        .fault(name + "." + event + ": the local stack has no such trigger");
                  }
                  properties(name + "." + event, value.get("Properties"), of);
                }));
  }

  private static void properties(String name, TemplateValue values, Set<String> known) {
    values
        .fields()
        .forEach((property, value) -> {
          if (!known.contains(property)) {
            throw value.fault(name + ": the local stack does not support " + property);
          }
        });
  }
}
