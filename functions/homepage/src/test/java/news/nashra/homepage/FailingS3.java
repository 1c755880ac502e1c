package news.nashra.homepage;

import java.util.function.Predicate;
import news.nashra.local.aws.LocalAws;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// An S3 in which some keys cannot be reached.
final class FailingS3 implements ExecutionInterceptor {
  private final Predicate<String> fails;
  private boolean looksToo = true;

  FailingS3(Predicate<String> fails) {
    this.fails = fails;
  }

  S3Client client(LocalAws aws) {
    return aws.s3(this);
  }

  /// A client that can look at these keys but not write them.
  S3Client writing(LocalAws aws) {
    looksToo = false;
    return client(aws);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    boolean reached =
        switch (context.request()) {
          case PutObjectRequest put -> !fails.test(put.key());
          case HeadObjectRequest head -> !looksToo || !fails.test(head.key());
          default -> true;
        };
    if (!reached) {
      throw SdkClientException.create("no route to this key");
    }
  }
}
