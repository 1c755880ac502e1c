package news.nashra.articles.authors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.articles.Credits;
import news.nashra.articles.Slug;
import news.nashra.site.Addresses;

/// Somebody who is named as the writer of an article.
///
/// @param path of the page of their articles; absent for a name without letters
public record CreditedPerson(String name, Optional<String> path) {
  /// Everybody whom `credits` name: the authors who have a record, and then the byline, unless it
  /// names one of them again.
  ///
  /// @param authors records by slug
  public static List<CreditedPerson> of(Credits credits, Map<String, Author> authors) {
    var people = new ArrayList<CreditedPerson>();
    credits.authors().stream()
        .flatMap(slug -> Stream.ofNullable(authors.get(slug)))
        .forEach(
            author -> people.add(new CreditedPerson(author.name(), Optional.of(author.path()))));
    credits
        .byline()
        .map(name -> new CreditedPerson(name, Slug.find(name).map(Addresses::author)))
        .filter(person -> people.stream().noneMatch(p -> p.path().equals(person.path())))
        .ifPresent(people::add);
    return people;
  }
}
