package news.nashra.local.stack.template;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of a template that the local stack runs, and those that mean nothing on one machine.
/// Any other would change what the newspaper does, and stops the start by name and line.
final class Supported {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Parameters",
          "Conditions",
          "Globals",
          "Resources",
          // What a deployment is refused for, and what it tells.
          "Rules",
          "Outputs");

  private static final Set<String> RESOURCE =
      Set.of(
          "Type", "Properties", "DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata");

  /// Resources that may be absent by their condition.
  private static final Set<String> CONDITIONAL =
      Set.of("AWS::Serverless::Function", "AWS::SQS::Queue");

  private static final Set<String> FUNCTION =
      Set.of(
          "Runtime",
          "CodeUri",
          "Handler",
          "Timeout",
          "ReservedConcurrentExecutions",
          "Environment",
          "Events",
          "EventInvokeConfig",
          "FunctionUrlConfig",
          "Description",
          // One machine has neither roles, nor sizes, nor snapshots, nor CloudWatch.
          "Architectures",
          "MemorySize",
          "Policies",
          "SnapStart",
          "Tracing",
          "AutoPublishAlias",
          "AutoPublishCodeSha256",
          "DeploymentPreference",
          "LoggingConfig");

  private static final Map<String, Set<String>> PROPERTIES =
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
                  "LoggingConfiguration",
                  // Here every newspaper may upload.
                  "CorsConfiguration")),
          Map.entry(
              "AWS::SQS::Queue",
              Set.of(
                  "VisibilityTimeout",
                  "MessageRetentionPeriod",
                  "RedrivePolicy",
                  "SqsManagedSseEnabled")),
          Map.entry("AWS::SSM::Parameter", Set.of("Type", "Value")),
          Map.entry(
              "AWS::Serverless::HttpApi",
              Set.of("Auth", "DefaultRouteSettings", "AccessLogSettings")),
          Map.entry(
              "AWS::Serverless::StateMachine",
              Set.of(
                  "Type",
                  "Definition",
                  "DefinitionSubstitutions",
                  // What it is here is its logical name; nobody starts it but the operator.
                  "Name",
                  "Events",
                  "Policies",
                  "Logging")),
          Map.entry("AWS::SecretsManager::Secret", Set.of("GenerateSecretString")),
          Map.entry("AWS::CloudFront::Distribution", Set.of("DistributionConfig")),
          Map.entry(
              "AWS::CloudFront::Function",
              Set.of("Name", "AutoPublish", "FunctionConfig", "FunctionCode")),
          Map.entry("AWS::CloudFront::CachePolicy", Set.of("CachePolicyConfig")),
          Map.entry("AWS::CloudFront::OriginRequestPolicy", Set.of("OriginRequestPolicyConfig")),
          Map.entry(
              "AWS::CloudFront::ResponseHeadersPolicy", Set.of("ResponseHeadersPolicyConfig")));

  /// Resources of which nothing runs here: their work is done by the stack itself, or by nobody.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "AWS::S3::BucketPolicy",
          "AWS::Cognito::UserPool",
          "AWS::Cognito::UserPoolClient",
          "AWS::Cognito::UserPoolGroup",
          "AWS::Cognito::UserPoolDomain",
          "AWS::Cognito::ManagedLoginBranding",
          "AWS::Lambda::Permission",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::IAM::RolePolicy",
          "AWS::Logs::LogGroup",
          "AWS::Logs::QueryDefinition",
          "AWS::SNS::Subscription",
          "AWS::SNS::Topic",
          "AWS::CloudFront::OriginAccessControl");

  private static final Map<String, Set<String>> EVENTS =
      Map.of(
          "HttpApi", Set.of("ApiId", "Method", "Path", "Auth"),
          "S3", Set.of("Bucket", "Events"),
          "ScheduleV2",
              Set.of("ScheduleExpression", "State", "RetryPolicy", "OmitName", "DeadLetterConfig"),
          "SQS",
              // One call at a time here.
              Set.of("Queue", "BatchSize", "FunctionResponseTypes", "ScalingConfig"),
          "DynamoDB",
              Set.of(
                  "Stream",
                  "StartingPosition",
                  "BatchSize",
                  "MaximumRetryAttempts",
                  "ParallelizationFactor",
                  "BisectBatchOnFunctionError",
                  "MaximumBatchingWindowInSeconds",
                  "FunctionResponseTypes",
                  "FilterCriteria",
                  "DestinationConfig"));

  private static final Set<String> EVENT_INVOKE =
      Set.of("MaximumRetryAttempts", "DestinationConfig");

  private Supported() {}

  static void check(TemplateValue template) {
    template.allow("The template", SECTIONS);
    template.find("Globals").ifPresent(globals -> globals.allow("Globals", Set.of("Function")));
    template
        .at("Globals", "Function")
        .ifPresent(globals -> globals.allow("Globals.Function", FUNCTION));
    template.get("Resources").fields().forEach(Supported::resource);
  }

  private static void resource(String name, TemplateValue resource) {
    var type = resource.get("Type").text();
    if (ELSEWHERE.contains(type)) {
      return;
    }
    var allowed = new HashSet<>(RESOURCE);
    if (CONDITIONAL.contains(type)) {
      allowed.add("Condition");
    }
    resource.allow(name, allowed);
    var known =
        Optional.ofNullable(PROPERTIES.get(type))
            .orElseThrow(
                () -> resource.get("Type").fault(name + ": the local stack does not run " + type));
    resource.find("Properties").ifPresent(properties -> properties.allow(name, known));
    resource
        .at("Properties", "EventInvokeConfig")
        .ifPresent(config -> config.allow(name + ".EventInvokeConfig", EVENT_INVOKE));
    resource
        .at("Properties", "Events")
        .ifPresent(events ->
            events.fields().forEach((event, value) -> trigger(name + "." + event, value)));
  }

  private static void trigger(String name, TemplateValue event) {
    var type = event.get("Type");
    var known =
        Optional.ofNullable(EVENTS.get(type.text()))
            .orElseThrow(
                () -> type.fault(name + ": the local stack has no trigger " + type.text()));
    event.get("Properties").allow(name, known);
    event
        .at("Properties", "Auth")
        .ifPresent(auth -> auth.allow(name + ".Auth", Set.of("Authorizer")));
  }
}
