package news.nashra.articles.draft;

import java.util.LinkedHashSet;
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
    var authors = new LinkedHashSet<String>();
    for (var slug : fields.listed("authors", ArticleLimits.AUTHORS, Slug.MAX_LENGTH)) {
      if (!Slug.chosen(slug.text()).equals(slug.text())) {
        fields.fault(slug.path(), "error.badSlug");
      } else if (!authors.add(slug.text())) {
        fields.fault(slug.path(), "error.duplicate");
      }
    }
    return new Credits(fields.line("byline", ArticleLimits.LINE), List.copyOf(authors));
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
    var others = new LinkedHashSet<String>();
    for (var id : fields.listed("alsoIn", ArticleLimits.ALSO_IN, ArticleLimits.LINE)) {
      if (known(fields, id.path(), id.text())
          && (id.text().equals(own) || !others.add(id.text()))) {
        fields.fault(id.path(), "error.duplicate");
      }
    }
    return new Sections(own, List.copyOf(others));
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
