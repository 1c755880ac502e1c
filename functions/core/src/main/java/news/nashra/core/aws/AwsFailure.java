package news.nashra.core.aws;

import java.util.Set;
import news.nashra.core.PassingFailure;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Tells AWS failures that a retry may fix from those that fail every time: a request that is
/// malformed, too large or not permitted is a bug of ours. See [error handling with
/// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html)
/// and [error responses of
/// S3](https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
public final class AwsFailure {
  /// Codes of 4xx answers that a retry may fix. The SDK itself knows the codes for throttling and
  /// clock skew.
  private static final Set<String> TRANSIENT_ERROR_CODES =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "RequestTimeout",
          "RequestTimeoutException",
          "RequestExpired",
          "OperationAborted",
          "ConditionalRequestConflict",
          "TransactionConflictException",
          "TransactionInProgressException");

  /// [Reasons why an item of a transaction was not
  /// written](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors)
  /// that a retry may fix.
  private static final Set<String> TRANSIENT_CANCELLATION_CODES =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private AwsFailure() {}

  /// Whether `failure` comes from a call to AWS rather than from our own code.
  public static boolean is(RuntimeException failure) {
    return failure instanceof SdkException || failure instanceof UnreadableSecret;
  }

  /// Whether `failure` comes from a call to AWS that may succeed when it is retried. A call without
  /// any answer counts as such, and so does a [PassingFailure].
  public static boolean isTransient(RuntimeException failure) {
    return switch (failure) {
      case SdkClientException noAnswer -> true;
      case UnreadableSecret secret -> isTransient(secret.reason());
      case TransactionCanceledException canceled when canceled.hasCancellationReasons() ->
          canceled.cancellationReasons().stream()
              .anyMatch(reason ->
                  reason.code() != null && TRANSIENT_CANCELLATION_CODES.contains(reason.code()));
      case SdkServiceException answer -> isTransient(answer);
      case PassingFailure passing -> true;
      default -> false;
    };
  }

  private static boolean isTransient(SdkServiceException answer) {
    int status = answer.statusCode();
    return status >= 500
        || status == 408
        || status == 429
        || answer.isThrottlingException()
        || answer.isClockSkewException()
        || (answer instanceof AwsServiceException named
            && named.awsErrorDetails() != null
            && named.awsErrorDetails().errorCode() != null
            && TRANSIENT_ERROR_CODES.contains(named.awsErrorDetails().errorCode()));
  }
}
