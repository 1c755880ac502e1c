package news.nashra.local.stack.cloudfront;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The
/// [CreateInvalidation](https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html)
/// of the local CloudFront. There is no cache here, so it only keeps what it was asked for, in a
/// file and for [#all]. Paths that CloudFront would refuse are refused. Thread-safe.
public final class Invalidations implements WebHandler {
  /// Where functions find it.
  public static final String ENDPOINT = "/local/cloudfront";

  private static final String NAMESPACE = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
  private static final Pattern ROUTE =
      Pattern.compile(ENDPOINT + "/2020-05-31/distribution/(\\w+)/invalidation");

  /// A `*` stands at the end or nowhere, and what is not plain is percent-encoded.
  private static final Pattern PATH = Pattern.compile("/[!-)+-~]*\\*?");

  private static final int MAX_FILES = 3000;
  private static final int MAX_PATTERNS = 15;
  private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  private final Path file;
  private final Map<String, Invalidation> byReference = new LinkedHashMap<>();

  /// @param file to which each is appended, in JSON
  public Invalidations(Path file) {
    this.file = file;
  }

  /// What a function asked for.
  public record Invalidation(String distribution, String reference, List<String> paths) {}

  /// Whether a path is for it.
  public static boolean has(String path) {
    return path.startsWith(ENDPOINT + "/");
  }

  /// Those of this start.
  public synchronized List<Invalidation> all() {
    return List.copyOf(byReference.values());
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    var route = ROUTE.matcher(request.path());
    if (!route.matches() || !request.method().equals("POST")) {
      return error(404, "NoSuchDistribution");
    }
    if (!request.isSigned()) {
      return error(403, "AccessDenied");
    }
    var body = request.body().readNBytes(MAX_BODY_BYTES);
    try {
      return create(read(route.group(1), body));
    } catch (SAXException e) {
      return error(400, "MalformedXML");
    }
  }

  private synchronized Answer create(Invalidation asked) throws IOException {
    var known = byReference.get(asked.reference());
    if (known != null && !known.equals(asked)
        || asked.reference().isEmpty()
        || asked.paths().isEmpty()
        || !asked.paths().stream().allMatch(path -> PATH.matcher(path).matches())) {
      return error(400, "InvalidArgument");
    }
    long patterns = asked.paths().stream().filter(path -> path.endsWith("*")).count();
    if (patterns > MAX_PATTERNS || asked.paths().size() - patterns > MAX_FILES) {
      return error(400, "TooManyInvalidationsInProgress");
    }
    if (known == null) {
      byReference.put(asked.reference(), asked);
      Files.writeString(
          file, Json.write(asked) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    return xml(
        201,
        "<Invalidation xmlns=\"%s\"><Id>I%d</Id><Status>Completed</Status></Invalidation>"
            .formatted(NAMESPACE, byReference.size()));
  }

  private static Invalidation read(String distribution, byte[] body)
      throws IOException, SAXException {
    var batch = parse(body);
    return new Invalidation(
        distribution, String.join("", texts(batch, "CallerReference")), texts(batch, "Path"));
  }

  private static Element parse(byte[] body) throws IOException, SAXException {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(Element batch, String name) {
    var found = batch.getElementsByTagNameNS(NAMESPACE, name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private static Answer error(int status, String code) {
    return xml(
        status,
        "<ErrorResponse xmlns=\"%s\"><Error><Type>Sender</Type><Code>%s</Code></Error></ErrorResponse>"
            .formatted(NAMESPACE, code));
  }

  private static Answer xml(int status, String text) {
    return new Answer(
        status, Map.of("content-type", "text/xml"), text.getBytes(StandardCharsets.UTF_8));
  }
}
