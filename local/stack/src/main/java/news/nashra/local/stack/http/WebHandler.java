package news.nashra.local.stack.http;

import java.io.IOException;

/// Answers requests, several at a time.
@FunctionalInterface
public interface WebHandler {
  Answer answer(WebRequest request) throws IOException;
}
