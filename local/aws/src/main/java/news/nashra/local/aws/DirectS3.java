package news.nashra.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// The store of S3Proxy without HTTP, which is most of the cost of a call. Supports the calls that
/// functions make, and those that make, empty and list a bucket.
public final class DirectS3 implements S3Client {
  private final BlobStore store;

  /// Keeps its objects in memory.
  public DirectS3() {
    this(new ConditionalBlobStore(new TransientNio2BlobStore(), Writes.none()));
  }

  DirectS3(BlobStore store) {
    this.store = store;
  }

  @Override
  public ListBucketsResponse listBuckets(ListBucketsRequest request) {
    return store.list(request);
  }

  @Override
  public DeleteBucketResponse deleteBucket(DeleteBucketRequest request) {
    store.deleteBucket(request.bucket());
    return DeleteBucketResponse.builder().build();
  }

  @Override
  public CreateBucketResponse createBucket(CreateBucketRequest request) {
    return store.createContainer(request);
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    @Nullable HeadObjectResponse found = store.blobMetadataIfPresent(request);
    if (found == null) {
      throw missing();
    }
    var metadata = found.hasMetadata() ? found.metadata() : Map.<String, String>of();
    return found.toBuilder().metadata(metadata).eTag(quoted(found.eTag())).build();
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    var found = store.getBlob(request);
    if (found == null) {
      throw missing();
    }
    try {
      var answer = found.response().toBuilder().eTag(quoted(found.response().eTag())).build();
      return transformer.transform(answer, AbortableInputStream.create(found));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    try (var bytes = body.contentStreamProvider().newStream()) {
      var sized = request.toBuilder().contentLength(body.optionalContentLength().orElseThrow());
      var answer = store.putBlob(sized.build(), bytes);
      return answer.toBuilder().eTag(quoted(answer.eTag())).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    return store.removeBlob(request);
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    var answer = store.list(request);
    return answer.toBuilder()
        .contents(
            answer.contents().stream()
                .map(object -> object.toBuilder().eTag(quoted(object.eTag())).build())
                .toList())
        .build();
  }

  /// As a header gives it.
  private static String quoted(String etag) {
    return etag.startsWith("\"") ? etag : '"' + etag + '"';
  }

  private static NoSuchKeyException missing() {
    return (NoSuchKeyException)
        NoSuchKeyException.builder()
            .statusCode(404)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("NoSuchKey").build())
            .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    store.close();
  }
}
