package news.nashra.homepage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.HttpEvent;
import org.junit.jupiter.api.Test;

class MissingPageTest {
  @Test
  void itAnswersTheBytesOfThePage404() {
    var site = Site.of(Edition.load(), "https://x.example");
    var answer = HttpEvent.of("$default").sendTo(new MissingPage(site));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo(new String(site.notFound(), UTF_8)).contains("<h1");
    assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("cache-control")).isEqualTo("max-age=10");
  }
}
