package peer;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
class Beans {
  @Singleton
  Newspaper newspaper() {
    return new Newspaper();
  }
}
