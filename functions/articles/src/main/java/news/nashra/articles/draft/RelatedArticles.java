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
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// The related articles of an article.
public sealed interface RelatedArticles {
  /// The sort keys of their entries.
  record Chosen(List<String> keys) implements RelatedArticles {}

  /// The editor named an article that does not exist or is not published.
  record Missing(FieldError error) implements RelatedArticles {}

  /// Chooses the articles that the editor names; otherwise those of the previous revision;
  /// otherwise, at the first publication, the newest of the section.
  static RelatedArticles choose(Table articles, ArticleDraft draft, Optional<Article> before) {
    if (draft.related().isPresent()) {
      return chosenByEditor(articles, draft.related().get(), before);
    }
    boolean open = before.stream().allMatch(Article::leavesRelatedOpen);
    return new Chosen(
        open && draft.status() == Status.PUBLISHED
            ? newest(articles, draft.content())
            : before.map(a -> a.references().related()).orElse(List.of()));
  }

  /// The sort keys of the newest articles of its section.
  static List<String> newest(Table articles, ArticleContent content) {
    var section = ListName.section(content.sections().own()).partition();
    return articles.newest(section, Optional.empty(), ArticleLimits.RELATED).stream()
        .map(Item::sk)
        .toList();
  }

  private static RelatedArticles chosenByEditor(
      Table articles, List<String> wanted, Optional<Article> before) {
    // Articles that it already refers to may stay, even if they have been withdrawn.
    var known = new HashMap<String, String>();
    before.ifPresent(a -> a.references().related().forEach(key -> known.put(Entry.id(key), key)));
    var others = wanted.stream().filter(id -> !known.containsKey(id)).toList();
    ArticleItems.find(articles, others).stream()
        .filter(a -> a.status() == Status.PUBLISHED && !a.hidden())
        .forEach(a -> known.put(a.id(), ArticleItems.entryKey(a)));
    for (int i = 0; i < wanted.size(); i++) {
      var field = "related[" + i + "]";
      if (before.map(Article::id).filter(wanted.get(i)::equals).isPresent()) {
        return new Missing(FieldError.of(field, "error.related.self"));
      }
      if (!known.containsKey(wanted.get(i))) {
        return new Missing(FieldError.of(field, "error.noSuchArticle"));
      }
    }
    return new Chosen(wanted.stream().map(id -> known.getOrDefault(id, "")).toList());
  }
}
