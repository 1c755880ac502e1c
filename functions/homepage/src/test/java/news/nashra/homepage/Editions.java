package news.nashra.homepage;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import news.nashra.site.Edition;
import news.nashra.site.FeedPolicy;
import news.nashra.site.Section;

/// The edition of the class path with another language, time zone, sections or feeds.
final class Editions {
  private Editions() {}

  static Edition of(String language, List<Section> sections) {
    var e = Edition.load();
    var months = language.equals("ar") ? e.monthNames() : List.of(Locale.forLanguageTag(language));
    return with(e, language, e.timeZone(), months, sections, e.feeds());
  }

  static List<Section> sections() {
    return List.of(new Section("society", "المجتمع"), new Section("sports", "الرياضة"));
  }

  static Edition in(ZoneId zone) {
    var e = Edition.load();
    return with(e, e.language(), zone, e.monthNames(), e.sections(), e.feeds());
  }

  static Edition without(String section) {
    var e = Edition.load();
    var left = e.sections().stream().filter(s -> !s.id().equals(section)).toList();
    return with(e, e.language(), e.timeZone(), e.monthNames(), left, e.feeds());
  }

  static Edition feeding(FeedPolicy feeds) {
    var e = Edition.load();
    return with(e, e.language(), e.timeZone(), e.monthNames(), e.sections(), feeds);
  }

  private static Edition with(
      Edition e,
      String language,
      ZoneId zone,
      List<Locale> months,
      List<Section> sections,
      FeedPolicy feeds) {
    boolean arabic = language.equals("ar");
    return new Edition(
        arabic
            ? e.masthead()
            : new Edition.Masthead(
                "Nashra", "News of what changes near you", e.owner(), e.logo(), e.icon()),
        new Edition.Region(
            language, arabic ? e.region().country() : "GB", zone, months, e.region().clock()),
        sections,
        e.comments(),
        feeds,
        e.imprint());
  }
}
