package news.nashra.site;

import gg.jte.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Settings;
import org.jspecify.annotations.Nullable;

/// The look of an edition at an origin: the layout of all pages, their style and script, and the
/// pages that belong to no feature. The same edition gives the same bytes, in whichever function.
/// Thread-safe.
public final class Site {
  private final Edition edition;
  private final String origin;
  private final boolean mail;
  private final Messages messages;
  private final Dates dates;
  private final Times times;
  private final Asset script;
  private final Asset live;
  private final Asset writing;
  private final Asset solver;
  private final Asset logo;
  private final Optional<Asset> font;
  private final String style;
  private final Templates templates = new Templates("news.nashra.site.pages");

  private Site(Edition edition, String origin, boolean mail) {
    this.edition = edition;
    this.origin = origin;
    this.mail = mail;
    this.messages = Messages.load(edition.language());
    this.dates = new Dates(edition, messages);
    this.times = new Times(dates, edition.timeZone());
    var reader = read("reader.js");
    this.script = script("reader", reader);
    this.live = script("live", reader + read("live.js"));
    this.writing = script("writing", read("writing.js"));
    this.solver = script("solver", read("solver.js"));
    this.logo = Asset.of("logo", "svg", "image/svg+xml", edition.logo());
    this.font = edition.hasFont() ? Optional.of(FontFace.asset()) : Optional.empty();
    this.style =
        font.map(file -> FontFace.style(file.path())).orElse("") + Minified.style(read("site.css"));
  }

  /// A site that sends no mail.
  ///
  /// @param origin `https://news.example`, without a slash at the end
  public static Site of(Edition edition, String origin) {
    return new Site(edition, origin, false);
  }

  /// The site of a function, by the environment variables `SITE_ORIGIN` and `MAIL`, which is `on`
  /// or `off`.
  public static Site of(Edition edition, Settings settings) {
    return new Site(
        edition,
        settings.require("SITE_ORIGIN"),
        settings.find("MAIL").filter("on"::equals).isPresent());
  }

  /// The same site, with mail.
  public Site withMail() {
    return new Site(edition, origin, true);
  }

  public Edition edition() {
    return edition;
  }

  public String origin() {
    return origin;
  }

  /// Whether the newspaper sends mail. Otherwise no page speaks of it.
  public boolean mail() {
    return mail;
  }

  /// `rtl` or `ltr`, for the attribute `dir` of a text; null, which gives no attribute, for a text
  /// that is read as what is around it. See [Direction].
  public @Nullable String direction(String text) {
    return Direction.find(text).orElse(null);
  }

  public Messages messages() {
    return messages;
  }

  public Dates dates() {
    return dates;
  }

  public Times times() {
    return times;
  }

  /// The script that only those load who write a comment.
  public Asset writing() {
    return writing;
  }

  /// The script of the worker that solves a comment's challenge.
  public Asset solver() {
    return solver;
  }

  public Asset logo() {
    return logo;
  }

  /// The face of headlines and articles, unless it is one of the reader's own.
  public Optional<Asset> font() {
    return font;
  }

  /// The style sheet, which each page contains.
  public String style() {
    return style;
  }

  /// The address of the manifest with which readers put the newspaper on a home screen.
  public String manifestPath() {
    return WebManifest.PATH;
  }

  /// The locale of pages, as previews of links name it.
  public String openGraphLocale() {
    return OpenGraphLocale.of(edition.locale());
  }

  /// What previews of links to a page show: its picture, or the newspaper's icon.
  public Head.Image preview(Head head) {
    return head.image()
        .orElseGet(() ->
            new Head.Image(
                edition.icon().path(Icon.LARGE), Icon.LARGE, Icon.LARGE, edition.name()));
  }

  /// All files that pages link to or that programs look for, for the press.
  public List<Asset> assets() {
    var all =
        new ArrayList<>(List.of(script, live, writing, solver, logo, WebManifest.of(edition)));
    font.ifPresent(all::add);
    all.addAll(edition.icon().files());
    return all;
  }

  /// The page's `title` element.
  public String title(Head head) {
    return head.path().equals("/")
        ? edition.name() + " · " + edition.tagline()
        : head.title() + " · " + edition.name();
  }

  /// The first breadcrumb of every page: the homepage.
  public Head.Crumb homeCrumb() {
    return new Head.Crumb(messages.get("site.home"), Optional.of("/"));
  }

  /// The breadcrumb of a section. A section that the edition no longer has is named by its id,
  /// without a link.
  public Head.Crumb sectionCrumb(String sectionId) {
    return edition
        .section(sectionId)
        .map(section -> new Head.Crumb(section.name(), Optional.of(section.path())))
        .orElseGet(() -> new Head.Crumb(sectionId, Optional.empty()));
  }

  /// A whole page in the edition's layout. Its readers' browsers fetch the breaking news.
  public byte[] page(Head head, Content body) {
    return page(head, body, breaking(Optional.empty(), true), script);
  }

  /// The same for the page of live coverage, whose script also asks for new entries.
  public byte[] livePage(Head head, Content body) {
    return page(head, body, breaking(Optional.empty(), true), live);
  }

  /// A whole page with the breaking news, or with none: for pages that are pressed again when it
  /// changes.
  public byte[] page(Head head, Content body, Optional<BreakingStrip> breaking) {
    return page(head, body, breaking(breaking), script);
  }

  private byte[] page(Head head, Content body, Content breaking, Asset script) {
    return templates.document(
        "layout.jte",
        Map.of("site", this, "head", head, "body", body, "breaking", breaking, "script", script));
  }

  /// The strip of breaking news.
  public Content breaking(Optional<BreakingStrip> news) {
    return breaking(news, false);
  }

  private Content breaking(Optional<BreakingStrip> news, boolean fetched) {
    return templates.part("breaking.jte", Map.of("site", this, "news", news, "fetched", fetched));
  }

  /// The page for addresses that do not exist: `/404.html`.
  public byte[] notFound() {
    var title = messages.get("page.notFound.title");
    return page(
        Head.of(title, title, "/404.html", Optional.empty()).unindexed(),
        templates.part("notFound.jte", Map.of("site", this)));
  }

  /// A page whose text the edition brings.
  public byte[] standing(StandingPage page) {
    var title = messages.get(page.title());
    return page(
        Head.of(title, title + " — " + edition.name(), page.path(), Optional.empty()),
        templates.part("standing.jte", Map.of("site", this, "page", page)));
  }

  /// Where to read on, at the foot of a page that is not news: the latest news, as under an
  /// article, and the sections.
  public Content onward() {
    return templates.part("onward.jte", Map.of("site", this));
  }

  /// The page at an article's former address, which redirects to the current one.
  public byte[] moved(String toPath, String headline) {
    return templates.document(
        "moved.jte", Map.of("site", this, "path", toPath, "headline", headline));
  }

  private static Asset script(String name, String text) {
    return Asset.of(name, "js", "text/javascript; charset=utf-8", Minified.script(text));
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
