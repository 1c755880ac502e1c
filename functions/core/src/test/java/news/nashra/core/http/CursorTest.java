package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import news.nashra.core.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final String KEY = "2026-02-23T18:26:00.000Z#01ARZ3NDEKTSV4RRFFQ69G5FAV";

  @Test
  void aCursorIsReadAsItWasWritten() {
    var seen = List.of("01ARZ3NDEKTSV4RRFFQ69G5FAW", "01ARZ3NDEKTSV4RRFFQ69G5FAX");
    assertThat(Cursor.read(Cursor.at(KEY).write())).isEqualTo(Cursor.at(KEY));
    assertThat(Cursor.read(new Cursor(KEY, seen).write())).isEqualTo(new Cursor(KEY, seen));
    assertThat(new Cursor(KEY, seen).write()).matches("[A-Za-z0-9_-]+");
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
    var encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    assertThat(refused(encoded)).containsExactly(FieldError.of("cursor", "error.badCursor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "=", "é"})
  void whatIsNoBase64IsRefusedByName(String text) {
    assertThat(refused(text)).containsExactly(FieldError.of("cursor", "error.badCursor"));
  }

  private static List<FieldError> refused(String text) {
    return catchThrowableOfType(RefusedRequest.class, () -> Cursor.read(text)).problem().errors();
  }
}
