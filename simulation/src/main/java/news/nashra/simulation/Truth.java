package news.nashra.simulation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.nashra.core.aws.Item;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The items in a world's tables, read without the code under test.
final class Truth {
  private final List<Item> articles;
  private final List<Item> comments;

  /// @param dynamoDb not behind the gate
  Truth(DynamoDbClient dynamoDb, Names names) {
    this.articles = scan(dynamoDb, names.articles());
    this.comments = scan(dynamoDb, names.comments());
  }

  private static List<Item> scan(DynamoDbClient dynamoDb, String table) {
    var found = dynamoDb.scan(r -> r.tableName(table).consistentRead(true));
    if (found.hasLastEvaluatedKey() && !found.lastEvaluatedKey().isEmpty()) {
      throw new IllegalStateException("more items than one page of a scan holds");
    }
    return found.items().stream().map(Item::new).toList();
  }

  /// Heads by article id.
  Map<String, Item> heads() {
    var heads = new TreeMap<String, Item>();
    articles.stream()
        .filter(i -> i.sk().equals("HEAD"))
        .forEach(i -> heads.put(i.pk().substring("ARTICLE#".length()), i));
    return heads;
  }

  /// The revisions of an article, first to last.
  List<Item> revisions(String article) {
    return ofArticle(article, "REV#");
  }

  /// Live coverage as a whole, of an article that has entries.
  Optional<Item> coverage(String article) {
    return ofArticle(article, "LIVE").stream().findFirst();
  }

  /// The entries of an article in the order of their numbers, those that were taken away included.
  List<Item> entries(String article) {
    return ofArticle(article, "ENTRY#");
  }

  /// The revisions of the entries of an article, in the order of their numbers.
  List<Item> entryRevisions(String article) {
    return ofArticle(article, "ENTRYREV#");
  }

  private List<Item> ofArticle(String article, String prefix) {
    return articles.stream()
        .filter(i -> i.pk().equals("ARTICLE#" + article) && i.sk().startsWith(prefix))
        .sorted(Comparator.comparing(Item::sk))
        .toList();
  }

  /// Comments by `<article> <comment>`.
  Map<String, Item> comments() {
    return ofComments("COMMENT#");
  }

  /// The items that pages show, by `<article> <comment>`.
  Map<String, Item> shown() {
    return ofComments("SHOWN#");
  }

  private Map<String, Item> ofComments(String prefix) {
    var found = new LinkedHashMap<String, Item>();
    comments.stream()
        .filter(i -> i.sk().startsWith(prefix))
        .forEach(i ->
            found.put(
                i.pk().substring(i.pk().indexOf('#') + 1) + " " + i.sk().substring(prefix.length()),
                i));
    return found;
  }

  /// The record of an author.
  Optional<Item> author(String slug) {
    return articles.stream().filter(i -> i.pk().equals("AUTHOR#" + slug)).findFirst();
  }

  /// The pinned lead.
  Optional<Item> lead() {
    return articles.stream()
        .filter(i -> i.pk().equals("HOMEPAGE") && i.sk().equals("LEAD"))
        .findFirst();
  }

  /// The last breaking news; it may have ended.
  Optional<Item> breaking() {
    return articles.stream()
        .filter(i -> i.pk().equals("HOMEPAGE") && i.sk().equals("BREAKING"))
        .findFirst();
  }

  /// Whether any item in the comments table contains `text`.
  boolean commentsHold(String text) {
    return comments.stream().anyMatch(item -> item.attributes().toString().contains(text));
  }
}
