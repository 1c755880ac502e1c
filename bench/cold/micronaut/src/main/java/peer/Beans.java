package peer;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import news.nashra.bench.cold.PlainNewspaper;

@Factory
class Beans {
  @Singleton
  PlainNewspaper newspaper() {
    return new PlainNewspaper();
  }
}
