package news.nashra.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/// The [Nu HTML checker](https://validator.github.io/validator/), as others run it, from the jars
/// that the module `html-checker` gathers.
final class HtmlChecker {
  private static final ClassLoader JARS = jars();

  /// Reads its schema once, which takes six times as long as checking a page.
  private static final Object VALIDATOR = validator();

  /// What the checker does not know yet, though browsers do:
  /// [`size-adjust`](https://www.w3.org/TR/css-fonts-5/#size-adjust-desc) of `@font-face`.
  private static final String UNKNOWN = "CSS: “size-adjust”: Property “size-adjust” doesn't exist.";

  private static final Pattern STYLE = Pattern.compile("(?s)(<style[^>]*>)(.*?)</style>");

  /// Style sheets of pages without a fault. All pages contain the same one, and checking it takes
  /// two thirds of the time, so the next page is checked without it.
  private static final Set<String> GOOD_STYLES = new HashSet<>();

  private HtmlChecker() {}

  /// The errors and warnings that the checker has about a page, with their places.
  static synchronized List<String> faults(String html) {
    var faults = check(STYLE.matcher(html).replaceAll(HtmlChecker::emptiedIfGood));
    if (faults.isEmpty()) {
      STYLE.matcher(html).results().forEach(style -> GOOD_STYLES.add(style.group(2)));
    }
    return faults;
  }

  /// A style element, from which a good sheet is taken. As many spaces follow it, so that whatever
  /// comes after keeps its place. The checker takes long for spaces in a sheet.
  private static String emptiedIfGood(MatchResult style) {
    var sheet = style.group(2);
    var end = "</style>";
    return Matcher.quoteReplacement(
        GOOD_STYLES.contains(sheet)
            ? style.group(1) + end + sheet.replaceAll("\\S", " ")
            : style.group(1) + sheet + end);
  }

  private static List<String> check(String html) {
    var faults = new Faults();
    var page = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    inJars(() -> {
      VALIDATOR
          .getClass()
          .getMethod("setUpValidatorAndParsers", ErrorHandler.class, boolean.class, boolean.class)
          .invoke(VALIDATOR, faults, true, false);
      return VALIDATOR
          .getClass()
          .getMethod("checkHtmlInputSource", InputSource.class)
          .invoke(VALIDATOR, page);
    });
    return faults.all;
  }

  private static final class Faults implements ErrorHandler {
    private final List<String> all = new ArrayList<>();

    @Override
    public void warning(SAXParseException fault) {
      if (!UNKNOWN.equals(fault.getMessage())) {
        all.add(
            fault.getMessage() + " at " + fault.getLineNumber() + ":" + fault.getColumnNumber());
      }
    }

    @Override
    public void error(SAXParseException fault) {
      warning(fault);
    }

    @Override
    public void fatalError(SAXParseException fault) {
      warning(fault);
    }
  }

  private static Object validator() {
    return Objects.requireNonNull(
        inJars(() -> {
          var type = JARS.loadClass("nu.validator.validation.SimpleDocumentValidator");
          var validator = type.getConstructor().newInstance();
          type.getMethod("setUpMainSchema", String.class, ErrorHandler.class)
              .invoke(validator, "http://s.validator.nu/html5-rdfalite.rnc", new Faults());
          return validator;
        }));
  }

  private static @Nullable Object inJars(Callable<@Nullable Object> call) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(JARS);
    try {
      return call.call();
    } catch (Exception e) {
      throw new IllegalStateException("the checker failed", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ClassLoader jars() {
    try (var files = Files.list(Newspaper.HOME.resolve("e2e/html-checker/target/lib"))) {
      var urls = new ArrayList<URL>();
      for (var jar : files.toList()) {
        urls.add(jar.toUri().toURL());
      }
      return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
