package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import news.nashra.core.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final String LIST = "GET /api/media ";
  private static final String KEY = "2026-02-23T18:26:00.000Z#01ARZ3NDEKTSV4RRFFQ69G5FAV";

  @Test
  void aCursorIsReadAsItWasWritten() {
    var seen = List.of("01ARZ3NDEKTSV4RRFFQ69G5FAW", "01ARZ3NDEKTSV4RRFFQ69G5FAX");
    assertThat(Cursor.read(LIST, Cursor.at(KEY).write(LIST))).isEqualTo(Cursor.at(KEY));
    var both = new Cursor(KEY, seen);
    assertThat(Cursor.read(LIST, both.write(LIST))).isEqualTo(both);
    assertThat(both.write(LIST)).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-02-23#01ARZ3NDEKTSV4RRFFQ69G5FAV",
        KEY + "#",
        KEY + " ",
        KEY + " short",
        KEY + "\n" + KEY,
        "'; DROP TABLE articles"
      })
  void whatIsNoCursorOfOursIsRefusedByName(String text) {
    assertThat(refused(Cursor.encode(LIST, text)))
        .containsExactly(FieldError.of("cursor", "error.badCursor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "=", "é"})
  void whatIsNoBase64IsRefusedByName(String text) {
    assertThat(refused(text)).containsExactly(FieldError.of("cursor", "error.badCursor"));
  }

  @Test
  void aCursorOfAnotherListIsRefusedByName() {
    var error = FieldError.of("cursor", "error.badCursor");
    assertThat(refused(Cursor.at(KEY).write("GET /api/articles "))).containsExactly(error);
    var unnamed = Base64.getUrlEncoder().encodeToString(KEY.getBytes(StandardCharsets.US_ASCII));
    assertThat(refused(unnamed)).containsExactly(error);
  }

  @ParameterizedTest
  @CsvSource({"'', 'GET /x '", "01ARZ, GET /x 01ARZ"})
  void aListIsNamedByItsRouteAndItsPath(String id, String name) {
    var path = id.isEmpty() ? Map.<String, String>of() : Map.of("id", id);
    var request =
        new Request("GET /x", Map.of(), path, Map.of("limit", "1"), Map.of(), "", new byte[0]);
    assertThat(request.list()).isEqualTo(name);
  }

  private static List<FieldError> refused(String text) {
    return catchThrowableOfType(RefusedRequest.class, () -> Cursor.read(LIST, text))
        .problem()
        .errors();
  }
}
