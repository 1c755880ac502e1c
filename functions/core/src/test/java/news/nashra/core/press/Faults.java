package news.nashra.core.press;

import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.local.aws.LocalAws;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// A client of the local S3 whose first writes fail and write nothing, because their condition
/// names an ETag that never existed.
final class Faults implements ExecutionInterceptor {
  private final int status;
  private final int times;
  private final AtomicInteger met = new AtomicInteger();

  Faults(int status, int times) {
    this.status = status;
    this.times = times;
  }

  int met() {
    return Math.min(met.get(), times);
  }

  S3Client client(LocalAws aws) {
    return aws.s3(this);
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (context.request() instanceof PutObjectRequest put && met.get() < times) {
      return put.toBuilder().ifNoneMatch(null).ifMatch("\"no-such-etag\"").build();
    }
    return context.request();
  }

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    if (context.request() instanceof PutObjectRequest
        && !context.httpResponse().isSuccessful()
        && met.getAndIncrement() < times) {
      return context.httpResponse().toBuilder().statusCode(status).build();
    }
    return context.httpResponse();
  }
}
