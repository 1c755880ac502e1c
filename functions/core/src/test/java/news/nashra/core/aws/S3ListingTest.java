package news.nashra.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class S3ListingTest {
  @Test
  void objectsAreReadWithTheirKeysUnescaped() {
    var listing =
        S3Listing.read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>site</Name><Prefix>a</Prefix>
            <NextContinuationToken>1ueGcx&amp;=/</NextContinuationToken><KeyCount>2</KeyCount><IsTruncated>true</IsTruncated>
            <Contents><Key>a&amp;b/&lt;خبر&gt;&#39;&#x1F600;$1\\.html</Key><LastModified>2026-02-23T18:26:00.000Z</LastModified>
            <ETag>&quot;70ee1738b6b21e2c8a43f3a5ab0eee71&quot;</ETag><Size>1234567890123</Size></Contents>
            <Contents><ETag>"e"</ETag><Size>0</Size><Key>b</Key></Contents>
            </ListBucketResult>
            """);
    assertThat(listing.objects())
        .containsExactly(
            new Bucket.Listed(
                "a&b/<خبر>'😀$1\\.html", "\"70ee1738b6b21e2c8a43f3a5ab0eee71\"", 1234567890123L),
            new Bucket.Listed("b", "\"e\"", 0));
    assertThat(listing.next()).contains("1ueGcx&=/");
  }

  @Test
  void anEmptyBucketHasNoObjects() {
    var listing = S3Listing.read("<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>");
    assertThat(listing.objects()).isEmpty();
    assertThat(listing.next()).isEmpty();
  }

  @Test
  void aListingThatBrokeOffIsNoListing() {
    assertThatThrownBy(() -> S3Listing.read("<ListBucketResult><Contents><Key>a"))
        .isInstanceOf(SdkClientException.class);
  }
}
