package news.nashra.site;

import gg.jte.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The look of an edition at an address: the layout that every page stands in, and the pages that
/// belong to no feature. Threads may share it.
public final class Site {
  private final Edition edition;
  private final String origin;
  private final Messages messages;
  private final Dates dates;
  private final Asset script;
  private final Asset solver;
  private final Asset logo;
  private final String style;
  private final Templates templates = new Templates("news.nashra.site.pages");

  private Site(Edition edition, String origin) {
    this.edition = edition;
    this.origin = origin;
    this.messages = Messages.of(edition.language());
    this.dates = new Dates(edition, messages);
    this.script = script("reader");
    this.solver = script("solver");
    this.logo = Asset.of("logo", "svg", "image/svg+xml", edition.logo());
    this.style = Minified.style(read("site.css"));
  }

  /// @param origin of its addresses, `https://news.example`, no slash at the end
  public static Site of(Edition edition, String origin) {
    return new Site(edition, origin);
  }

  public Edition edition() {
    return edition;
  }

  public String origin() {
    return origin;
  }

  /// The direction in which `text` is read on pages of the edition.
  public String direction(String text) {
    return Direction.of(text, edition.direction());
  }

  public Messages messages() {
    return messages;
  }

  public Dates dates() {
    return dates;
  }

  public Asset script() {
    return script;
  }

  /// Finds the number of a challenge, in a worker of the page.
  public Asset solver() {
    return solver;
  }

  public Asset logo() {
    return logo;
  }

  /// The style sheet, to be inlined in each page.
  public String style() {
    return style;
  }

  public List<Asset> assets() {
    return List.of(script, solver, logo);
  }

  /// The title of a browser's tab.
  public String title(Head head) {
    return head.path().equals("/")
        ? edition.name() + " · " + edition.tagline()
        : head.title() + " · " + edition.name();
  }

  /// The first step of the way to any page.
  public Head.Crumb home() {
    return new Head.Crumb(messages.say("site.home"), Optional.of("/"));
  }

  /// The step of a section. One that has left the edition is known by its id alone, and has no
  /// front.
  public Head.Crumb crumb(String sectionId) {
    return edition
        .section(sectionId)
        .map(section -> new Head.Crumb(section.name(), Optional.of(section.path())))
        .orElseGet(() -> new Head.Crumb(sectionId, Optional.empty()));
  }

  /// A whole page in the edition's layout.
  public byte[] page(Head head, Content body) {
    return templates.document("layout.jte", Map.of("site", this, "head", head, "body", body));
  }

  /// What stands where nothing stands: `/404.html`.
  public byte[] notFound() {
    var title = messages.say("page.notFound.title");
    return page(
        Head.of(title, title, "/404.html", Optional.empty()).unindexed(),
        templates.part("notFound.jte", Map.of("site", this)));
  }

  /// The terms of use and of commenting: `/terms/`.
  public byte[] terms() {
    var title = messages.say("page.terms.title");
    return page(
        Head.of(title, title + " — " + edition.name(), "/terms/", Optional.empty()),
        templates.part("terms.jte", Map.of("site", this)));
  }

  /// The small page at an article's former address, which leads to its new one.
  public byte[] moved(String toPath, String headline) {
    return templates.document(
        "moved.jte", Map.of("site", this, "path", toPath, "headline", headline));
  }

  private static Asset script(String name) {
    return Asset.of(
        name, "js", "text/javascript; charset=utf-8", Minified.script(read(name + ".js")));
  }

  static String read(String name) {
    try (var stream = Site.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
