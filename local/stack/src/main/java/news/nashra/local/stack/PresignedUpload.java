package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;

/// The request by which an editor's program sends a file to the address that `POST /api/media`
/// answered.
public final class PresignedUpload {
  private PresignedUpload() {}

  /// @param upload the address and the headers that are signed with it, `{"url", "headers"}`
  public static HttpRequest.Builder of(JsonNode upload, byte[] file) {
    var request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    upload
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    return request;
  }
}
