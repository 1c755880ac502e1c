package news.nashra.comments.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import news.nashra.core.http.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  @ParameterizedTest
  @CsvSource({
    "198.51.100.10:46532,198.51.100.10",
    "2001:db8:1:2:3:4:5:6:46532,2001:db8:1:2/64",
    "2001:db8:1:2::6:46532,2001:db8:1:2/64",
    "2001:db8::6:46532,2001:db8:0:0/64",
    "::1:46532,0:0:0:0/64",
    "[2001:db8:1:2:9::1]:46532,2001:db8:1:2/64",
    "'',203.0.113.9"
  })
  void aViewerIsAnAddressOrANetwork(String header, String viewer) {
    var request =
        new Request(
            "POST /",
            Map.of("cloudfront-viewer-address", header),
            Map.of(),
            Map.of(),
            Map.of(),
            "203.0.113.9",
            new byte[0]);
    assertThat(ClientAddress.read(request)).isEqualTo(viewer);
  }
}
