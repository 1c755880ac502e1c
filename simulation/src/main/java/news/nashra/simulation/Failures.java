package news.nashra.simulation;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The exceptions that the SDK throws after its own retries.
final class Failures {
  private Failures() {}

  static SdkException timeout() {
    return ApiCallTimeoutException.create(8000);
  }

  static SdkException of(Fate fate, Call call) {
    boolean s3 = call.service() == Call.Service.S3;
    return switch (fate) {
      case SERVER_ERROR -> s3 ? s3(500, "InternalError") : dynamoDb(500, "InternalServerError");
      case UNAVAILABLE -> s3 ? s3(503, "ServiceUnavailable") : dynamoDb(503, "ServiceUnavailable");
      case THROTTLED -> s3 ? s3(503, "SlowDown") : dynamoDb(400, "ThrottlingException");
      case CONFLICT -> s3 ? s3(409, "ConditionalRequestConflict") : conflict(call);
      default -> timeout();
    };
  }

  private static SdkException conflict(Call call) {
    return call.name().equals("transactWriteItems")
        ? TransactionCanceledException.builder()
            .statusCode(400)
            .cancellationReasons(
                List.of(CancellationReason.builder().code("TransactionConflict").build()))
            .build()
        : TransactionConflictException.builder().statusCode(400).build();
  }

  private static SdkException s3(int status, String code) {
    return (SdkException)
        S3Exception.builder().statusCode(status).awsErrorDetails(details(code)).build();
  }

  private static SdkException dynamoDb(int status, String code) {
    return (SdkException)
        DynamoDbException.builder().statusCode(status).awsErrorDetails(details(code)).build();
  }

  private static AwsErrorDetails details(String code) {
    return AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
  }
}
