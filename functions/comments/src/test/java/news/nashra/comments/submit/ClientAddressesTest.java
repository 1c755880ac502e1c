package news.nashra.comments.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.nashra.core.http.Request;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
  private static final String KEY = "what the distribution sends to the API";
  private static final String OLD = "what it sent before, which is still known";
  private static final ClientAddresses ADDRESSES =
      new ClientAddresses(() -> new OriginKeys(List.of(OLD, KEY)));

  static Stream<Arguments> viewers() {
    return CaseFile.read("client-addresses.txt", 2);
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void aViewerIsAnAddressOrANetwork(String header, String viewer) {
    assertThat(ADDRESSES.of(request(header, Map.of(ClientAddresses.KEY_HEADER, KEY))))
        .isEqualTo(viewer);
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void anAddressOfTheConnectionIsReadInTheSameWay(String header, String viewer) {
    if (header.isEmpty()) {
      return;
    }
    var source = header.substring(0, Math.max(0, header.lastIndexOf(':')));
    var request = new Request("", Map.of(), Map.of(), Map.of(), Map.of(), source, new byte[0]);
    assertThat(ADDRESSES.of(request)).isEqualTo(viewer.equals("203.0.113.9") ? source : viewer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "what the distribution sends to the AP",
        "what the distribution sends to the API!",
        "WHAT"
      })
  void withoutTheKeyTheConnectionCounts(String sent) {
    var request = request("198.51.100.10:46532", Map.of(ClientAddresses.KEY_HEADER, sent));
    assertThat(ADDRESSES.of(request)).isEqualTo("203.0.113.9");
    assertThat(ADDRESSES.of(request("198.51.100.10:46532", Map.of()))).isEqualTo("203.0.113.9");
  }

  @Test
  void duringARotationBothKeysAreKnown() {
    for (var key : List.of(OLD, KEY)) {
      var request = request("198.51.100.10:46532", Map.of(ClientAddresses.KEY_HEADER, key));
      assertThat(ADDRESSES.of(request)).isEqualTo("198.51.100.10");
    }
  }

  @Test
  void whatBringsNoKeyNeedsNoSecret() {
    var unread =
        new ClientAddresses(() -> {
          throw new IllegalStateException("read");
        });
    assertThat(unread.of(request("198.51.100.10:46532", Map.of()))).isEqualTo("203.0.113.9");
  }

  private static Request request(String viewer, Map<String, String> more) {
    var headers = new HashMap<>(more);
    headers.put("cloudfront-viewer-address", viewer);
    return new Request("POST /", headers, Map.of(), Map.of(), Map.of(), "203.0.113.9", new byte[0]);
  }
}
