package news.nashra.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import news.nashra.local.stack.template.StackFault;

/// Sends what may be sent twice until it is answered: again after a 5xx and after a broken
/// connection, as a client of a busy newspaper does, with pauses that double, a bounded number of
/// times.
///
/// @param firstPause before the second try
record Retry(Duration firstPause) {
  static final int TRIES = 8;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  /// One try.
  interface Attempt {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  /// The first answer below 500.
  ///
  /// @param what is tried, for the message
  /// @throws StackFault after the last try
  HttpResponse<String> send(String what, Attempt attempt) {
    var pause = firstPause;
    try {
      for (int tries = 1; ; tries++) {
        var fault = "";
        try {
          var answer = attempt.send();
          if (answer.statusCode() < 500) {
            return answer;
          }
          fault = answer.statusCode() + " " + answer.body();
        } catch (UncheckedIOException e) {
          fault = String.valueOf(e.getCause());
        } catch (IOException e) {
          fault = e.toString();
        }
        if (tries == TRIES) {
          throw new StackFault(
              "%s failed %d times, at last with: %s; start again to go on from here"
                  .formatted(what, TRIES, fault.strip()));
        }
        System.err.println("nashra: " + what + " is tried again after: " + fault.strip());
        Thread.sleep(pause);
        var twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFault("interrupted: " + what);
    }
  }
}
