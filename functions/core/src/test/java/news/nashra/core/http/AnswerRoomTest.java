package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerRoomTest {
  @Test
  void elementsFitUntilTheAnswerIsFull() {
    var room = new AnswerRoom();
    int elements = 0;
    while (room.take("a".repeat(998))) {
      elements++;
    }
    assertThat(elements).isEqualTo(AnswerRoom.MAX_BYTES / 1000);
  }

  /// In the event that API Gateway gets, the body is a JSON string.
  @Test
  void whatIsEscapedTakesMoreRoom() {
    for (var text : new String[] {"\"", "\\", "\n", "س"}) {
      var room = new AnswerRoom();
      assertThat(room.take(text.repeat(AnswerRoom.MAX_BYTES / 2 - 1))).isTrue();
      assertThat(room.take(text)).as(text).isFalse();
    }
  }

  @Test
  void theFirstElementAlwaysFits() {
    var room = new AnswerRoom();
    assertThat(room.take("a".repeat(6_000_000))).isTrue();
    assertThat(room.take("a")).isFalse();
  }
}
