package peer;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import news.nashra.bench.cold.PlainNewspaper;

class Beans {
  @Produces
  @Singleton
  PlainNewspaper newspaper() {
    return new PlainNewspaper();
  }
}
