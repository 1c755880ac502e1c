package news.nashra.core.aws;

import java.io.IOException;
import java.util.Map;

/// What requests to AWS are sent by. Implementations are thread-safe.
interface Transport {
  /// Sends a request once. An answer that is a failure is returned like any other.
  ///
  /// @param headers all but `host`, signed
  /// @throws IOException if there was no answer
  ServiceCalls.Answer send(ServiceCalls.Call call, Map<String, String> headers) throws IOException;
}
