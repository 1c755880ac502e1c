package news.nashra.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class DemoCalendarTest {
  private static final Instant END = Instant.parse("2026-02-23T18:00:00Z");

  @Test
  void articlesSpreadOverFortyDays() {
    var calendar = new DemoCalendar(END, 27);
    assertThat(calendar.published(0)).isEqualTo(END.minus(Duration.ofDays(40).plusHours(1)));
    assertThat(calendar.published(26)).isEqualTo(END.minus(Duration.ofHours(1)));
  }

  @Test
  void timeOnlyGoesForward() {
    var calendar = new DemoCalendar(END, 27);
    var times = new ArrayList<Instant>();
    for (int article = 0; article < 27; article++) {
      times.add(calendar.published(article));
      for (int step = 0; step < 30; step++) {
        times.add(calendar.step(article, step, 30));
      }
    }
    times.add(END);
    assertThat(times).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void oneArticleIsOfTheLastHour() {
    assertThat(new DemoCalendar(END, 1).published(0)).isEqualTo(END.minus(Duration.ofHours(1)));
  }
}
