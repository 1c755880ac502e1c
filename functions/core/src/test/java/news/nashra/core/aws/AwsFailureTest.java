package news.nashra.core.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class AwsFailureTest {
  @ParameterizedTest
  @CsvSource({
    "400, ThrottlingException, true",
    "400, ProvisionedThroughputExceededException, true",
    "400, RequestLimitExceeded, true",
    "400, TransactionConflictException, true",
    "400, TransactionInProgressException, true",
    "400, ExpiredTokenException, true",
    "400, RequestTimeTooSkewed, true",
    "408, RequestTimeoutException, true",
    "429, SomethingNew, true",
    "500, InternalServerError, true",
    "503, ServiceUnavailable, true",
    "400, ValidationException, false",
    "400, AccessDeniedException, false",
    "400, ResourceNotFoundException, false",
    "400, ConditionalCheckFailedException, false",
    "400, ItemCollectionSizeLimitExceededException, false",
    "400, IdempotentParameterMismatchException, false",
    "400, UnrecognizedClientException, false",
    "400, SerializationException, false",
  })
  void anAnswerOfDynamoDbIsTransientByItsStatusAndCode(int status, String code, boolean expected) {
    assertThat(AwsFailure.isTransient(failure(DynamoDbException.builder(), status, code)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "503, SlowDown, true",
    "500, InternalError, true",
    "400, RequestTimeout, true",
    "400, ExpiredToken, true",
    "403, RequestTimeTooSkewed, true",
    "409, OperationAborted, true",
    "409, ConditionalRequestConflict, true",
    "400, InvalidArgument, false",
    "400, EntityTooLarge, false",
    "403, AccessDenied, false",
    "403, InvalidAccessKeyId, false",
    "404, NoSuchBucket, false",
    "404, NoSuchKey, false",
    "412, PreconditionFailed, false",
  })
  void anAnswerOfS3IsTransientByItsStatusAndCode(int status, String code, boolean expected) {
    assertThat(AwsFailure.isTransient(failure(S3Exception.builder(), status, code)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "None TransactionConflict, true",
    "ThrottlingError None, true",
    "ProvisionedThroughputExceeded, true",
    "ValidationError TransactionConflict, true",
    "None ValidationError, false",
    "ItemCollectionSizeLimitExceeded, false",
    "DuplicateItem None, false",
  })
  void aCanceledTransactionIsTransientByItsReasons(String reasons, boolean expected) {
    var canceled =
        TransactionCanceledException.builder()
            .cancellationReasons(
                Stream.of(reasons.split(" "))
                    .map(code -> CancellationReason.builder().code(code).build())
                    .toList());
    assertThat(AwsFailure.isTransient(failure(canceled, 400, "TransactionCanceledException")))
        .isEqualTo(expected);
  }

  @Test
  void aCallWithoutAnAnswerIsTransient() {
    assertThat(AwsFailure.isTransient(SdkClientException.create("connection refused"))).isTrue();
    assertThat(AwsFailure.isTransient(ApiCallTimeoutException.create(8000))).isTrue();
  }

  @Test
  void anAnswerWithoutACodeIsTransientByItsStatus() {
    assertThat(AwsFailure.isTransient(S3Exception.builder().statusCode(403).build())).isFalse();
    assertThat(AwsFailure.isTransient(S3Exception.builder().statusCode(503).build())).isTrue();
  }

  @Test
  void aSecretThatCannotBeReadIsTransientByItsCause() {
    for (var code : new String[] {"InternalServiceError", "ThrottlingException"}) {
      var answer =
          failure(SecretsManagerException.builder(), code.startsWith("I") ? 500 : 400, code);
      assertThat(AwsFailure.isTransient(new UnreadableSecret("Key", answer))).as(code).isTrue();
    }
    for (var code : new String[] {"AccessDeniedException", "ResourceNotFoundException"}) {
      var answer = failure(SecretsManagerException.builder(), 400, code);
      assertThat(AwsFailure.isTransient(new UnreadableSecret("Key", answer))).as(code).isFalse();
    }
    var text = new UnreadableSecret("Key", new IllegalArgumentException("no key"));
    assertThat(AwsFailure.isTransient(text)).isFalse();
    assertThat(AwsFailure.is(text)).isTrue();
  }

  private static AwsServiceException failure(
      AwsServiceException.Builder failure, int status, String code) {
    return failure
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
