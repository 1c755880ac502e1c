package news.nashra.articles.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import news.nashra.core.Settings;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// `GET /api/edition`: what an application for editors and moderators must know of the newspaper,
/// the server's limits among it. It reads no table. Thread-safe.
@PrimedBy("read-edition")
public final class ReadEdition implements RequestStreamHandler {
  private final Edition edition;
  private final Messages messages;
  private final InstantSource clock;
  private final HttpFunction http;

  public ReadEdition() {
    this(Edition.load(), InstantSource.system());
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), aws -> this);
  }

  public ReadEdition(Edition edition, InstantSource clock) {
    this.edition = edition;
    this.messages = Messages.load(edition.language());
    this.clock = clock;
    this.http =
        HttpFunction.of(messages, this::route)
            .requiring("editors")
            .admitting("GET /api/edition", "editors", "moderators");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    if (!request.route().equals("GET /api/edition")) {
      throw new RefusedRequest(Problem.of(404));
    }
    return Response.json(200, EditionJson.of(edition, messages, clock.instant()));
  }
}
