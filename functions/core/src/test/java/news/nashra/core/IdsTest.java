package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  private static final Instant NOW = Instant.parse("2026-02-23T18:26:00.123Z");

  @Test
  void anIdTellsItsMillisecond() {
    var id = new Ids(InstantSource.fixed(NOW)).get();
    assertThat(id).hasSize(26);
    assertThat(Ids.wellFormed(id)).isTrue();
    assertThat(Ids.instant(id)).isEqualTo(NOW);
  }

  @Test
  void laterIdsSortLater() {
    var earlier = new Ids(InstantSource.fixed(NOW)).get();
    var later = new Ids(InstantSource.fixed(NOW.plusMillis(1))).get();
    assertThat(later).isGreaterThan(earlier);
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    var ids = new Ids(InstantSource.fixed(NOW));
    var made = new HashSet<String>();
    for (int i = 0; i < 1000; i++) {
      made.add(ids.get());
    }
    assertThat(made).hasSize(1000);
  }

  @ParameterizedTest
  @CsvSource({
    // From the ULID specification: the highest id, and the lowest.
    "7ZZZZZZZZZZZZZZZZZZZZZZZZZ, 10889-08-02T05:31:50.655Z",
    "00000000000000000000000000, 1970-01-01T00:00:00Z",
    "01ARZ3NDEKTSV4RRFFQ69G5FAV, 2016-07-30T23:54:10.259Z",
  })
  void anIdSurvivesTheWayThroughBytes(String id, String instant) {
    assertThat(Ids.toBytes(id)).hasSize(16);
    assertThat(Ids.fromBytes(Ids.toBytes(id))).isEqualTo(id);
    assertThat(Ids.instant(id).toString()).isEqualTo(instant.replace("10889", "+10889"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01ARZ3NDEKTSV4RRFFQ69G5FA",
        "01ARZ3NDEKTSV4RRFFQ69G5FAVX",
        "81ARZ3NDEKTSV4RRFFQ69G5FAV",
        "01arz3ndektsv4rrffq69g5fav",
        "01ARZ3NDEKTSV4RRFFQ69G5FAI",
        "01ARZ3NDEKTSV4RRFFQ69G5FA/",
        "٠١ARZ3NDEKTSV4RRFFQ69G5FAV"
      })
  void anythingElseIsNoId(String text) {
    assertThat(Ids.wellFormed(text)).isFalse();
  }
}
