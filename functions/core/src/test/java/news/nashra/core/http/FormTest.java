package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
  @Test
  void aFormIsReadInItsOrder() {
    assertThat(Form.read(bytes("name=%D8%B3%D9%84%D9%85%D9%89&body=a+b%0D%0Ac&empty=&bare")))
        .containsExactly(
            Map.entry("name", "سلمى"),
            Map.entry("body", "a b\r\nc"),
            Map.entry("empty", ""),
            Map.entry("bare", ""));
  }

  @Test
  void theFirstOfTwoValuesCounts() {
    assertThat(Form.read(bytes("a=1&&a=2&b=3"))).isEqualTo(Map.of("a", "1", "b", "3"));
  }

  @Test
  void rawUtf8IsReadToo() {
    assertThat(Form.read(bytes("name=سلمى"))).isEqualTo(Map.of("name", "سلمى"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%FF", "a=%D8", "%C0%AF=1"})
  void whatIsNoUtf8IsRefused(String body) {
    var refused = catchThrowableOfType(RefusedRequest.class, () -> Form.read(bytes(body)));
    assertThat(refused.problem().status()).isEqualTo(400);
  }

  @Test
  void bytesAreCountedDecoded() {
    assertThatCode(() -> Form.limitBody(request("%D8%B3".repeat(5)), 10))
        .doesNotThrowAnyException();
    var refused =
        catchThrowableOfType(
            RefusedRequest.class, () -> Form.limitBody(request("%D8%B3".repeat(5) + "a"), 10));
    assertThat(refused.problem().status()).isEqualTo(413);
  }

  private static Request request(String body) {
    return Request.read(Json.read(Json.write(Map.of("routeKey", "POST /", "body", body))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
