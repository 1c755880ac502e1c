package news.nashra.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Who else on this machine, or in its network, can reach what the local services hold.
class LocalAccessTest {
  private static final LocalAws AWS = LocalAws.inMemory();

  @TempDir Path data;

  @BeforeAll
  static void put() {
    AWS.createBucket("pages");
    AWS.s3().putObject(r -> r.bucket("pages").key("a"), RequestBody.fromString("text"));
  }

  @AfterAll
  static void stop() {
    AWS.close();
  }

  @Test
  void theServicesAnswerOnTheLoopbackAddressAlone() throws IOException {
    for (var service : List.of(AWS.endpoints().dynamoDb(), AWS.endpoints().s3())) {
      assertThat(answers("127.0.0.1", service.getPort())).isTrue();
      for (var address : othersOfThisMachine()) {
        assertThat(answers(address, service.getPort())).as(service + " at " + address).isFalse();
      }
    }
  }

  /// `127.0.0.2` as well: a machine without a network has no other address.
  private static List<String> othersOfThisMachine() throws IOException {
    var found = new java.util.ArrayList<>(List.of("127.0.0.2"));
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .forEach(address -> found.add(address.getHostAddress()));
    return found;
  }

  private static boolean answers(String address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({"GET,a", "HEAD,a", "DELETE,a", "PUT,b", "GET,''", "GET,?list-type=2", "PUT,a?acl"})
  void aRequestWithoutASignatureIsRefused(String method, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(AWS.endpoints().s3().resolve("/pages/" + path))
            .method(method, BodyPublishers.noBody());
    assertThat(send(request).statusCode()).isEqualTo(403);
    assertThat(AWS.s3().getObjectAsBytes(r -> r.bucket("pages").key("a")).asUtf8String())
        .isEqualTo("text");
  }

  /// Whoever has the address for one upload does not get to say who may read it.
  @ParameterizedTest
  @CsvSource({
    "x-amz-acl,public-read,400",
    "x-amz-acl,public-read-write,501",
    "x-amz-acl,authenticated-read,501",
    "x-amz-grant-read,uri=http://acs.amazonaws.com/groups/global/AllUsers,501",
    "x-amz-grant-full-control,id=anyone,501",
  })
  void anUploadWithAnAccessControlListIsRefused(String header, String value, int status)
      throws Exception {
    var upload = HttpRequest.newBuilder(presigned("lists")).PUT(BodyPublishers.ofString("text"));
    assertThat(send(upload.header(header, value)).statusCode()).isEqualTo(status);
    assertThat(AWS.s3().listObjectsV2(r -> r.bucket("pages").prefix("lists")).contents()).isEmpty();
    var read = HttpRequest.newBuilder(AWS.endpoints().s3().resolve("/pages/lists")).GET();
    assertThat(send(read).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pages/a?acl", "/pages?acl"})
  void noAccessControlListCanBeSetLater(String path) throws Exception {
    var answer = send(signed(path).header("x-amz-acl", "public-read"));
    assertThat(answer.body()).contains("AccessControlListNotSupported");
    assertThat(answer.statusCode()).isEqualTo(400);
    var read = HttpRequest.newBuilder(AWS.endpoints().s3().resolve("/pages/a")).GET();
    assertThat(send(read).statusCode()).isEqualTo(403);
  }

  /// A signed `PUT` without a body. The header of the list is not signed; S3Proxy does not ask.
  private static HttpRequest.Builder signed(String path) {
    var request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(AWS.endpoints().s3().resolve(path))
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(AwsBasicCredentials.create("local", "local"))
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-3")
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
            .request();
    var http =
        HttpRequest.newBuilder(AWS.endpoints().s3().resolve(path)).PUT(BodyPublishers.noBody());
    signed.forEachHeader((name, values) -> {
      if (!name.equalsIgnoreCase("host")) {
        http.header(name, values.getFirst());
      }
    });
    return http;
  }

  private static URI presigned(String key) {
    try (var presigner =
        S3Presigner.builder()
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .region(Region.of("eu-west-3"))
            .endpointOverride(AWS.endpoints().s3())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      return URI.create(
          presigner
              .presignPutObject(r ->
                  r.signatureDuration(java.time.Duration.ofMinutes(5))
                      .putObjectRequest(p -> p.bucket("pages").key(key)))
              .url()
              .toString());
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  void dataOnDiskIsClosedToOthers() throws IOException {
    var folder = PrivateFiles.folder(data.resolve("nashra"));
    try (var aws = LocalAws.at(folder)) {
      aws.createTable("articles");
      aws.createBucket("pages");
      aws.s3().putObject(r -> r.bucket("pages").key("a"), RequestBody.fromString("text"));
      assertThat(mode(folder)).isEqualTo("rwx------");
      assertThat(mode(folder.resolve("s3"))).isEqualTo("rwx------");
      assertThat(mode(folder.resolve("dynamodb"))).isEqualTo("rwx------");
      try (var files = Files.list(folder.resolve("dynamodb"))) {
        assertThat(files).isNotEmpty().allSatisfy(f -> assertThat(mode(f)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void aFileFromBeforeIsClosedToo() throws IOException {
    var file = Files.writeString(data.resolve("key"), "text");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    PrivateFiles.file(file);
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(file).content().isEqualTo("text");
    assertThat(mode(PrivateFiles.file(data.resolve("new")))).isEqualTo("rw-------");
  }

  @Test
  void aFileIsWrittenInPlaceOfAnother() throws IOException {
    var file = data.resolve("key");
    for (var text : List.of("old", "new")) {
      PrivateFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
      assertThat(file).content().isEqualTo(text);
      assertThat(mode(file)).isEqualTo("rw-------");
    }
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
