package news.nashra.homepage;

import java.net.URI;
import java.util.function.Predicate;
import news.nashra.local.aws.LocalAws;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// An S3 of which some keys cannot be reached.
final class FailingS3 implements ExecutionInterceptor {
  private final Predicate<String> fails;
  private boolean looksToo = true;

  FailingS3(Predicate<String> fails) {
    this.fails = fails;
  }

  S3Client client(LocalAws aws) {
    return S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(URI.create(aws.environment().getOrDefault("AWS_ENDPOINT_URL_S3", "")))
        .region(Region.EU_WEST_3)
        .forcePathStyle(true)
        .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(c -> c.addExecutionInterceptor(this))
        .build();
  }

  /// One that can be looked at, and not written.
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
