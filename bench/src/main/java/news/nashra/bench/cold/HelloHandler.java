package news.nashra.bench.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;

/// A function that does nothing: what the runtime itself takes.
@NullUnmarked // without Lambda's context
public final class HelloHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    in.readAllBytes();
    out.write("{\"statusCode\":201}".getBytes(StandardCharsets.UTF_8));
  }
}
