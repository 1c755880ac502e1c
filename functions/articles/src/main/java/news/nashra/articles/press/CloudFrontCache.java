package news.nashra.articles.press;

import java.util.List;
import news.nashra.core.aws.Aws;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/// The caches of a CloudFront distribution. Thread-safe.
final class CloudFrontCache implements EdgeCache {
  private final CloudFrontClient cloudFront;
  private final String distribution;

  /// @param distribution its id
  CloudFrontCache(Aws aws, String distribution) {
    this.cloudFront =
        aws.configure(CloudFrontClient.builder(), "AWS_ENDPOINT_URL_CLOUDFRONT")
            .region(Region.AWS_GLOBAL)
            .build();
    this.distribution = distribution;
  }

  @Override
  public void drop(String reference, List<String> paths) {
    cloudFront.createInvalidation(request ->
        request
            .distributionId(distribution)
            .invalidationBatch(batch ->
                batch
                    .callerReference(reference)
                    .paths(list -> list.items(paths).quantity(paths.size()))));
  }
}
