package news.nashra.articles.publish;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.nashra.articles.Article;
import news.nashra.articles.Status;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.articles.live.LiveItems;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.aws.Table;
import news.nashra.media.Picture;
import news.nashra.media.PictureRemoval;
import news.nashra.media.Pictures;

/// The pictures of articles: which of them an article may show, the cuts that its page names, and
/// their removal with a withdrawn article. Thread-safe.
record ArticlePictures(Table articles, Pictures pictures) {
  /// Takes the pictures of a withdrawn article away, except those that another article or the
  /// record of an author shows. May be repeated.
  PictureRemoval.Result remove(Article withdrawn, Instant now) {
    var shown = new HashSet<>(withdrawn.references().pictures().keySet());
    shown.addAll(LiveItems.pictures(articles, withdrawn.id()));
    return pictures.remove(shown, withdrawn.id(), now, this::users);
  }

  /// How articles and the records of authors stand to a picture, by the names of both.
  private Map<String, PictureRemoval.User> users(PictureRemoval.Question question) {
    var slugs =
        question.users().stream().filter(AuthorItems::isAuthor).map(AuthorItems::slug).toList();
    var ids = question.users().stream().filter(user -> !AuthorItems.isAuthor(user)).toList();
    var users = new HashMap<String, PictureRemoval.User>();
    for (var article : ArticleItems.find(articles, ids)) {
      users.put(article.id(), standsTo(article, question.picture()));
    }
    for (var author : AuthorItems.find(articles, slugs).values()) {
      users.put(AuthorItems.name(author.slug()), author.standsTo(question.picture()));
    }
    return users;
  }

  private PictureRemoval.User standsTo(Article article, String picture) {
    var user = article.standsTo(picture);
    return user == PictureRemoval.User.MAY_SHOW
            && LiveItems.pictures(articles, article.id()).contains(picture)
        ? PictureRemoval.User.SHOWS
        : user;
  }

  /// Those of `ids` that may be shown.
  Map<String, Picture> ready(Set<String> ids) {
    return pictures.ready(ids);
  }

  /// Notes that an article is about to show pictures, and returns those that it may. A draft may go
  /// on naming pictures that were taken away with it when it was withdrawn.
  ///
  /// @param next the status that it is about to have
  Function<Set<String>, Map<String, Picture>> use(
      String id, Optional<Article> before, Status next, Instant now) {
    var named =
        before
            .filter(article -> next == Status.DRAFT)
            .map(article -> article.references().pictures())
            .orElse(Map.of());
    var shown =
        before
            .filter(article -> article.status() == Status.PUBLISHED)
            .map(article -> article.references().pictures().keySet())
            .orElse(Set.of());
    return wanted -> {
      var found = new HashMap<>(named);
      found.keySet().retainAll(wanted);
      found.putAll(pictures.use(wanted, shown, id, now));
      return found;
    };
  }

  /// Notes that a new draft names the pictures of another article.
  void noteUse(Article draft, Instant now) {
    pictures.use(draft.references().pictures().keySet(), Set.of(), draft.id(), now);
  }

  /// Makes the cuts around the focus of a published or scheduled article, unless `before` has them
  /// already. They are there before any page names them, at addresses that cannot be guessed.
  void cut(Optional<Article> before, Article article) {
    boolean done =
        before
            .filter(ArticlePictures::hasCuts)
            .filter(b -> b.lead().equals(article.lead()) && b.focus().equals(article.focus()))
            .isPresent();
    if (hasCuts(article) && !done) {
      article.focus().ifPresent(focus -> pictures.cut(article.lead().orElseThrow(), focus));
    }
  }

  private static boolean hasCuts(Article article) {
    return article.status() == Status.PUBLISHED || article.status() == Status.SCHEDULED;
  }
}
