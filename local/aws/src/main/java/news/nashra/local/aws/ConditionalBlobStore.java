package news.nashra.local.aws;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Makes conditional writes as atomic as those of S3: S3Proxy checks `If-Match` and writes or
/// deletes in two steps, between which another writer may come. Here one writer at a time checks
/// and writes a key.
///
/// Like the template's buckets, it takes no [access control
/// lists](https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html),
/// with which S3Proxy would hand an object to anyone. It lists no file that S3Proxy is still
/// writing, or that a killed process left behind half written.
final class ConditionalBlobStore extends ForwardingBlobStore {
  /// S3Proxy writes into a file with another name, and then renames it.
  private static final Pattern HALF_WRITTEN =
      Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.DOTALL);

  private final ReentrantLock[] locks =
      IntStream.range(0, 64).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  private final Writes writes;

  /// @param writes is told of each object that was put
  ConditionalBlobStore(BlobStore store, Writes writes) {
    super(store);
    this.writes = writes;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    refuseLists(request.acl() == null || request.acl() == ObjectCannedACL.PRIVATE);
    var lock = lock(request.bucket(), request.key());
    lock.lock();
    try {
      check(request);
      return super.putBlob(request.toBuilder().ifMatch(null).ifNoneMatch(null).build(), body);
    } finally {
      lock.unlock();
      writes.announce();
    }
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    var all = super.list(request);
    var whole = all.contents().stream().filter(ConditionalBlobStore::whole).toList();
    return all.toBuilder().contents(whole).keyCount(whole.size()).build();
  }

  private static boolean whole(S3Object object) {
    return object.eTag() != null && !HALF_WRITTEN.matcher(object.key()).matches();
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    var lock = lock(request.bucket(), request.key());
    lock.lock();
    try {
      if (request.ifMatch() != null) {
        match(request.ifMatch(), current(request.bucket(), request.key()));
      }
      return super.removeBlob(request.toBuilder().ifMatch(null).build());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public CreateBucketResponse createContainer(CreateBucketRequest request) {
    refuseLists(request.acl() == null || request.acl() == BucketCannedACL.PRIVATE);
    return super.createContainer(request);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    refuseLists(request.acl() == null || request.acl() == ObjectCannedACL.PRIVATE);
    return super.copyBlob(request);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    refuseLists(request.acl() == null || request.acl() == ObjectCannedACL.PRIVATE);
    return super.initiateMultipartUpload(request);
  }

  @Override
  public void setContainerAccess(String bucket, BucketCannedACL access) {
    refuseLists(false);
  }

  @Override
  public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
    refuseLists(false);
  }

  @Override
  public void setBlobAccess(
      String bucket, String key, ObjectCannedACL access, @Nullable String version) {
    refuseLists(false);
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key, @Nullable String version) {
    return ObjectCannedACL.PRIVATE;
  }

  /// S3Proxy would call an object public whose file others of this machine can read.
  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key) {
    return ObjectCannedACL.PRIVATE;
  }

  @Override
  public BucketCannedACL getContainerAccess(String bucket) {
    return BucketCannedACL.PRIVATE;
  }

  private static void refuseLists(boolean none) {
    if (!none) {
      throw refused(400, "AccessControlListNotSupported");
    }
  }

  private void check(PutObjectRequest request) {
    if (request.ifMatch() == null && request.ifNoneMatch() == null) {
      return;
    }
    var current = current(request.bucket(), request.key());
    if (request.ifNoneMatch() != null && current.isPresent()) {
      throw refused(412, "PreconditionFailed");
    }
    if (request.ifMatch() != null) {
      match(request.ifMatch(), current);
    }
  }

  private static void match(String wanted, Optional<HeadObjectResponse> current) {
    var etag = current.map(HeadObjectResponse::eTag).orElseThrow(() -> refused(404, "NoSuchKey"));
    if (!plain(etag).equals(plain(wanted))) {
      throw refused(412, "PreconditionFailed");
    }
  }

  private Optional<HeadObjectResponse> current(String bucket, String key) {
    try {
      return Optional.ofNullable(head(bucket, key));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private @Nullable HeadObjectResponse head(String bucket, String key) {
    return blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
  }

  private ReentrantLock lock(String bucket, String key) {
    return locks[Math.floorMod((bucket + "/" + key).hashCode(), locks.length)];
  }

  private static String plain(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }

  private static S3Exception refused(int status, String code) {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(status)
            .message(code)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(code).build())
            .build();
  }
}
