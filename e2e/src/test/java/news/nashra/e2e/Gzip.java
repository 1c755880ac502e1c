package news.nashra.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// What a file weighs on its way to a reader.
final class Gzip {
  private Gzip() {}

  static int bytes(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static int bytes(byte[] file) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }
}
