package peer;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class Beans {
  @Produces
  @Singleton
  Newspaper newspaper() {
    return new Newspaper();
  }
}
