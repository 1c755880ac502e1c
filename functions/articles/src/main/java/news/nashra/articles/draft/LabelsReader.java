package news.nashra.articles.draft;

import java.util.HashSet;
import java.util.List;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Credits;
import news.nashra.articles.Kind;
import news.nashra.articles.Sections;
import news.nashra.articles.Slug;
import news.nashra.articles.store.ContentCodec;
import news.nashra.core.http.Fields;
import news.nashra.site.Edition;
import news.nashra.site.Section;

/// Reads what an article is, which lists show it, and who wrote it. Whether its authors exist is
/// looked up later. Thread-safe.
record LabelsReader(Edition edition) {
  /// @param whole whether it needs a section
  ArticleContent.Labels labels(Fields fields, boolean whole) {
    var kind = kind(fields);
    return new ArticleContent.Labels(
        kind,
        sections(fields, whole),
        fields.list("tags", ArticleLimits.TAGS, ArticleLimits.TAG).stream().distinct().toList(),
        hasEnded(fields, kind));
  }

  static Credits credits(Fields fields) {
    var authors = fields.list("authors", ArticleLimits.AUTHORS, Slug.MAX_LENGTH);
    var seen = new HashSet<String>();
    for (int i = 0; i < authors.size(); i++) {
      var field = "authors[" + i + "]";
      if (!Slug.chosen(authors.get(i)).equals(authors.get(i))) {
        fields.fault(field, "error.badSlug");
      } else if (!seen.add(authors.get(i))) {
        fields.fault(field, "error.duplicate");
      }
    }
    return new Credits(fields.line("byline", ArticleLimits.LINE), authors);
  }

  private static Kind kind(Fields fields) {
    var word = fields.raw("kind");
    var kind = word.flatMap(Kind::of);
    if (word.isPresent() && kind.isEmpty()) {
      fields.fault("kind", "error.badKind", String.join(", ", Kind.words()));
    }
    return kind.orElse(Kind.NEWS);
  }

  private static boolean hasEnded(Fields fields, Kind kind) {
    var word = fields.raw(ContentCodec.COVERAGE);
    if (word.isPresent() && kind != Kind.LIVE) {
      fields.fault(ContentCodec.COVERAGE, "error.notLive");
    } else if (word.isPresent() && !ContentCodec.COVERAGE_WORDS.contains(word.get())) {
      var words = String.join(", ", ContentCodec.COVERAGE_WORDS);
      fields.fault(ContentCodec.COVERAGE, "error.badCoverage", words);
    }
    return word.filter(ContentCodec.ENDED::equals).isPresent();
  }

  private Sections sections(Fields fields, boolean whole) {
    // What has no section would not be hidden.
    var own =
        whole || edition.section(Section.HIDDEN.id()).isPresent()
            ? fields.requiredLine("section", ArticleLimits.LINE)
            : fields.line("section", ArticleLimits.LINE).orElse("");
    if (!own.isEmpty()) {
      known(fields, "section", own);
    }
    var others = fields.list("alsoIn", ArticleLimits.ALSO_IN, ArticleLimits.LINE);
    var seen = new HashSet<>(List.of(own));
    for (int i = 0; i < others.size(); i++) {
      var field = "alsoIn[" + i + "]";
      if (known(fields, field, others.get(i)) && !seen.add(others.get(i))) {
        fields.fault(field, "error.duplicate");
      }
    }
    return new Sections(own, others);
  }

  /// Whether the edition has a section. Otherwise the field is at fault.
  private boolean known(Fields fields, String field, String id) {
    boolean known = edition.section(id).isPresent();
    if (!known) {
      fields.fault(field, "error.unknownSection", edition.sectionIds());
    }
    return known;
  }
}
