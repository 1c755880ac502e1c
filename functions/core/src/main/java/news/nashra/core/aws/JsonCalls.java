package news.nashra.core.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Calls the operations of a service that speaks the [JSON of
/// AWS](https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html). Thread-safe.
///
/// @param target what comes before the operation in `X-Amz-Target`: `DynamoDB_20120810`
/// @param mediaType the service's version of it: `application/x-amz-json-1.0`
record JsonCalls(ServiceCalls service, URI endpoint, String target, String mediaType) {
  private static final JsonFactory JSON = new JsonFactory();

  JsonCalls {
    endpoint = endpoint.getPath().isEmpty() ? endpoint.resolve("/") : endpoint;
  }

  /// @param operation `GetItem`
  /// @param request the same as the SDK's clients have it
  /// @param fields writes what is asked
  /// @param answer reads what is answered
  void call(
      String operation,
      Supplier<SdkRequest> request,
      DynamoDbJson.Fields fields,
      DynamoDbJson.Field answer) {
    var headers = Map.of("content-type", mediaType, "x-amz-target", target + "." + operation);
    var body = Optional.of(DynamoDbJson.write(fields));
    var call = new ServiceCalls.Call(operation, request, "POST", endpoint, headers, body);
    try (var answered = service.send(call)) {
      DynamoDbJson.read(answered.body().readAllBytes(), answer);
    } catch (IOException e) {
      throw SdkClientException.create("the answer to " + operation + " broke off", e);
    }
  }

  /// What an answer that is a failure says.
  ///
  /// @param failure the builder of its exception
  static AwsServiceException.Builder describe(
      AwsServiceException.Builder failure, int status, byte[] body) {
    var said = said(body);
    return failure
        .statusCode(status)
        .message(said.message())
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode(said.code()).errorMessage(said.message()).build());
  }

  /// The code of a failure, and its message for the log.
  record Said(String code, String message) {}

  static Said said(byte[] body) {
    var code = "";
    var message = "";
    try (var json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new Said("", new String(body, StandardCharsets.UTF_8));
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        if (name.equals("__type")) {
          // com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException
          code = json.getText().replaceFirst(".*#", "");
        } else if (name.equalsIgnoreCase("message")) {
          message = json.getText();
        } else {
          json.skipChildren();
        }
      }
      return new Said(code, message);
    } catch (IOException e) {
      return new Said(code, new String(body, StandardCharsets.UTF_8));
    }
  }
}
