package news.nashra.articles.pages;

import gg.jte.Content;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Kind;
import news.nashra.articles.authors.Author;
import news.nashra.articles.authors.CreditedPerson;
import news.nashra.media.PictureTag;
import news.nashra.site.Site;

/// Who wrote an article, as its page says it: `By Salma Ben Ali and Omar Z.` Whether a word stands
/// before the names depends on the language and the kind of article. An opinion also shows the
/// faces of its authors, and what an only author is. Immutable.
///
/// @param names the authors who have a record, then the free byline
/// @param end what is said after the last name
/// @param portraits as HTML
/// @param role of the only author
public record Byline(List<Name> names, String end, List<Content> portraits, Optional<String> role) {
  private static final String NAME = "\u0001";

  public Byline {
    names = List.copyOf(names);
    portraits = List.copyOf(portraits);
  }

  /// @param before what is said before the name
  /// @param path of the page of their articles; absent for a name without letters
  public record Name(String before, String name, Optional<String> path) {}

  /// @param authors the records of the article's authors, in its order
  static Byline of(ArticleContent content, List<Author> authors, Site site, PictureTag pictures) {
    var people =
        CreditedPerson.of(
            content.credits(), authors.stream().collect(Collectors.toMap(Author::slug, a -> a)));
    if (people.isEmpty()) {
      return new Byline(List.of(), "", List.of(), Optional.empty());
    }
    var said = said(content.kind(), people.size(), site);
    var names = new ArrayList<Name>();
    for (int i = 0; i < people.size(); i++) {
      names.add(new Name(said[i], people.get(i).name(), people.get(i).path()));
    }
    boolean opinion = content.kind() == Kind.OPINION;
    var portraits =
        authors.stream()
            .filter(author -> opinion)
            .map(Author::profile)
            .flatMap(person ->
                person.picture().stream()
                    .map(p -> pictures.render(p, "", person.focus(), PictureTag.Slot.FACE)))
            .toList();
    var role =
        opinion && authors.size() == 1 && people.size() == 1
            ? authors.getFirst().profile().role()
            : Optional.<String>empty();
    return new Byline(names, said[people.size()], portraits, role);
  }

  /// What is said before, between and after `count` names.
  private static String[] said(Kind kind, int count, Site site) {
    var list =
        ListFormat.getInstance(
                site.edition().locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
            .format(Collections.nCopies(count, NAME));
    return site.messages().get(phrase(kind), list).split(NAME, -1);
  }

  private static String phrase(Kind kind) {
    return switch (kind) {
      case OPINION -> "article.by.opinion";
      case INTERVIEW -> "article.by.interview";
      case NEWS, ANALYSIS, LIVE -> "article.by";
    };
  }
}
