package news.nashra.articles.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.Status;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.FieldError;
import news.nashra.core.aws.Table;
import news.nashra.site.Section;

/// The related articles of an article.
public sealed interface RelatedArticles {
  /// Those that were chosen.
  ///
  /// @param keys the sort keys of their entries
  /// @param entries of those that were looked up; all, for an article without an earlier revision
  record Chosen(List<String> keys, List<Entry> entries) implements RelatedArticles {
    public Chosen {
      keys = List.copyOf(keys);
      entries = List.copyOf(entries);
    }

    private static Chosen of(List<Entry> entries) {
      return new Chosen(entries.stream().map(Entry::key).toList(), entries);
    }
  }

  /// The editor named an article that does not exist or is not published.
  record Missing(FieldError error) implements RelatedArticles {}

  /// Chooses the articles that the editor names; otherwise those of the previous revision;
  /// otherwise, at the first publication, the newest of the section.
  static RelatedArticles choose(Table articles, ArticleDraft draft, Optional<Article> before) {
    if (draft.related().isPresent()) {
      return chosenByEditor(articles, draft.related().get(), before);
    }
    boolean open = before.stream().allMatch(Article::leavesRelatedOpen);
    return open && draft.status() == Status.PUBLISHED
        ? newest(articles, draft.content())
        : new Chosen(before.map(a -> a.references().related()).orElse(List.of()), List.of());
  }

  /// The newest articles of its section. The hidden section has none, because no list of readers
  /// has its articles.
  static Chosen newest(Table articles, ArticleContent content) {
    if (content.sections().own().equals(Section.HIDDEN.id())) {
      return new Chosen(List.of(), List.of());
    }
    var section = ListName.section(content.sections().own()).partition();
    return Chosen.of(
        articles.newest(section, Optional.empty(), ArticleLimits.RELATED).stream()
            .map(Entry::read)
            .toList());
  }

  private static RelatedArticles chosenByEditor(
      Table articles, List<String> wanted, Optional<Article> before) {
    // Articles that it already refers to may stay, even if they have been withdrawn.
    var known = new HashMap<String, String>();
    before.ifPresent(a -> a.references().related().forEach(key -> known.put(Entry.id(key), key)));
    var entries = new HashMap<String, Entry>();
    var others = wanted.stream().filter(id -> !known.containsKey(id)).toList();
    ArticleItems.find(articles, others).stream()
        .filter(a -> a.status() == Status.PUBLISHED && !a.hidden())
        .forEach(a -> entries.put(a.id(), ArticleItems.entry(a)));
    entries.forEach((id, entry) -> known.put(id, entry.key()));
    for (int i = 0; i < wanted.size(); i++) {
      var field = "related[" + i + "]";
      if (before.map(Article::id).filter(wanted.get(i)::equals).isPresent()) {
        return new Missing(FieldError.of(field, "error.related.self"));
      }
      if (!known.containsKey(wanted.get(i))) {
        return new Missing(FieldError.of(field, "error.noSuchArticle"));
      }
    }
    return new Chosen(
        wanted.stream().map(id -> known.getOrDefault(id, "")).toList(),
        wanted.stream().filter(entries::containsKey).map(entries::get).toList());
  }
}
