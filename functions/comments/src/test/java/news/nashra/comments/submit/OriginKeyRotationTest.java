package news.nashra.comments.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.nashra.comments.CommentsTable;
import news.nashra.core.aws.Secret;
import news.nashra.core.http.Json;
import news.nashra.core.http.Request;
import news.nashra.testing.MovableClock;
import org.junit.jupiter.api.Test;

/// Rehearses the rotation of the origin key as `docs/operations.md` describes it. While CloudFront
/// deploys the new key, some of its servers send the old one; readers are told apart all the time.
class OriginKeyRotationTest {
  private static final String READER = "198.51.100.10";
  private static final String SERVER_OF_CLOUDFRONT = "203.0.113.9";

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private final AtomicReference<String> text = new AtomicReference<>(turns(1));

  private final ClientAddresses addresses =
      new ClientAddresses(new Secret<>("OriginKey", text::get, OriginKeys::read, clock));

  @Test
  void readersAreToldApartAtEachStep() {
    assertThat(addressBehindAServerThatSends(1)).isEqualTo(READER);
    put(turns(1, 2));
    assertThat(addressBehindAServerThatSends(1)).isEqualTo(READER);
    assertThat(addressBehindAServerThatSends(2)).isEqualTo(READER);
    put(turns(2));
    assertThat(addressBehindAServerThatSends(2)).isEqualTo(READER);
    assertThat(addressBehindAServerThatSends(1)).isEqualTo(SERVER_OF_CLOUDFRONT);
  }

  /// A deployment that fails goes back to the old key, which is still in the secret.
  @Test
  void aDeploymentMayBeRolledBack() {
    put(turns(1, 2));
    assertThat(addressBehindAServerThatSends(2)).isEqualTo(READER);
    assertThat(addressBehindAServerThatSends(1)).isEqualTo(READER);
    put(turns(1));
    assertThat(addressBehindAServerThatSends(1)).isEqualTo(READER);
  }

  /// Why the runbook waits between the secret and the deployment.
  @Test
  void aFunctionThatHasNotReadTheNewKeyYetKnowsTheOldOneOnly() {
    assertThat(addressBehindAServerThatSends(1)).isEqualTo(READER);
    text.set(turns(1, 2));
    assertThat(addressBehindAServerThatSends(2)).isEqualTo(SERVER_OF_CLOUDFRONT);
    clock.move(Secret.MAX_AGE);
    assertThat(addressBehindAServerThatSends(2)).isEqualTo(READER);
  }

  /// `put-secret-value`, and the wait of the runbook.
  private void put(String secret) {
    text.set(secret);
    clock.move(Secret.MAX_AGE);
  }

  private String addressBehindAServerThatSends(int turn) {
    var headers =
        Map.of(
            ClientAddresses.KEY_HEADER, key(turn), "cloudfront-viewer-address", READER + ":46532");
    return addresses.of(
        new Request(
            "POST /", headers, Map.of(), Map.of(), Map.of(), SERVER_OF_CLOUDFRONT, new byte[0]));
  }

  private static String turns(int... turns) {
    var keys =
        IntStream.of(turns)
            .boxed()
            .collect(Collectors.toMap(t -> "turn" + t, OriginKeyRotationTest::key));
    return Json.write(keys);
  }

  private static String key(int turn) {
    return Integer.toString(turn).repeat(48);
  }
}
