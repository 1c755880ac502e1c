package news.nashra.articles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.nashra.site.Messages;

/// What sort of journalism an article is.
public enum Kind {
  NEWS("news", "NewsArticle"),
  OPINION("opinion", "OpinionNewsArticle"),
  ANALYSIS("analysis", "AnalysisNewsArticle"),
  INTERVIEW("interview", "NewsArticle"),

  /// Live coverage. With its first entry it becomes a [#LIVE_BLOG].
  LIVE("live", "NewsArticle");

  /// The [type](https://schema.org/LiveBlogPosting) of live coverage that has entries.
  public static final String LIVE_BLOG = "LiveBlogPosting";

  private final String word;
  private final String schemaType;

  Kind(String word, String schemaType) {
    this.word = word;
    this.schemaType = schemaType;
  }

  /// The word that the API and the table use.
  public String word() {
    return word;
  }

  /// Its type in structured data ([schema.org](https://schema.org/NewsArticle#subtypes)).
  public String schemaType() {
    return schemaType;
  }

  /// What readers see beside its headline; empty for news, which needs no label.
  public Optional<String> label(Messages messages) {
    return this == NEWS ? Optional.empty() : Optional.of(messages.get("kind." + word));
  }

  /// The same; live coverage that has ended is not called ongoing.
  public Optional<String> label(Messages messages, boolean ended) {
    return ended ? Optional.of(messages.get("kind.live.ended")) : label(messages);
  }

  /// A phrase that calls the article what it is, as in `Share this interview`.
  ///
  /// @param beginning of its keys, up to the word of the kind: `article.share.`
  public String phrase(Messages messages, String beginning) {
    return messages.get(beginning + word);
  }

  public static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Kind::word).toList();
  }
}
