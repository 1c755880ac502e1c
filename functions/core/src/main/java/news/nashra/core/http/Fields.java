package news.nashra.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.core.FieldError;
import news.nashra.core.Text;

/// Reads the fields of a request body one by one and collects all errors, so that the answer can
/// name every one of them. A null counts as absent.
///
/// Read every field first: [#faults()] also reports the fields that were never asked for. Not
/// thread-safe.
public final class Fields {
  /// In grapheme clusters.
  private static final int MAX_NAME_LENGTH = 80;

  private final ObjectNode object;
  private final Set<String> known = new HashSet<>();
  private final List<FieldError> faults = new ArrayList<>();
  private final Map<String, Fields> nested = new LinkedHashMap<>();

  public Fields(ObjectNode object) {
    this.object = object;
  }

  /// A single line of cleaned text, at most `limit` grapheme clusters; absent if nothing of it is
  /// visible.
  public Optional<String> line(String name, int limit) {
    return raw(name)
        .map(text -> Text.line(text, limit))
        .filter(Text::visible)
        .filter(text -> fits(name, text, limit));
  }

  /// Like [#line], but an absent text is an error.
  public String requiredLine(String name, int limit) {
    int before = faults.size();
    return line(name, limit).orElseGet(() -> missing(name, before));
  }

  /// Several lines of cleaned text, at most `limit` grapheme clusters; absent if nothing of them is
  /// visible.
  public Optional<String> lines(String name, int limit) {
    return raw(name)
        .map(text -> Text.lines(text, limit))
        .filter(Text::visible)
        .filter(text -> fits(name, text, limit));
  }

  /// Several lines of cleaned text, required, at most `limit` grapheme clusters.
  public String requiredLines(String name, int limit) {
    int before = faults.size();
    return lines(name, limit).orElseGet(() -> missing(name, before));
  }

  /// The text exactly as it was sent.
  public Optional<String> raw(String name) {
    return node(name)
        .flatMap(node -> {
          if (node.isTextual()) {
            return Optional.of(node.textValue());
          }
          fault(name, "error.wrongType.text");
          return Optional.empty();
        });
  }

  public Optional<Boolean> flag(String name) {
    return node(name)
        .flatMap(node -> {
          if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
          }
          fault(name, "error.wrongType.flag");
          return Optional.empty();
        });
  }

  public Optional<Long> number(String name) {
    return node(name)
        .flatMap(node -> {
          if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Optional.of(node.longValue());
          }
          fault(name, "error.wrongType.number");
          return Optional.empty();
        });
  }

  public Optional<Double> decimal(String name) {
    return node(name)
        .flatMap(node -> {
          if (node.isNumber() && Double.isFinite(node.doubleValue())) {
            return Optional.of(node.doubleValue());
          }
          fault(name, "error.wrongType.decimal");
          return Optional.empty();
        });
  }

  /// The fields of a nested object. [#faults()] reports their errors as `name.field`.
  public Optional<Fields> object(String name) {
    return node(name)
        .flatMap(node -> {
          if (node instanceof ObjectNode inner) {
            return Optional.of(nested.computeIfAbsent(name, n -> new Fields(inner)));
          }
          fault(name, "error.wrongType.object");
          return Optional.empty();
        });
  }

  /// The fields of each object of a required list of at most `maxElements`. [#faults()] reports
  /// their errors as `name[2].field`, where the number counts everything in the list.
  public List<Fields> objects(String name, int maxElements) {
    if (!has(name)) {
      fault(name, "error.required");
    }
    var objects = new ArrayList<Fields>();
    for (var element : elements(name, maxElements)) {
      if (element.node() instanceof ObjectNode inner) {
        objects.add(nested.computeIfAbsent(element.path(), p -> new Fields(inner)));
      } else {
        fault(element.path(), "error.wrongType.object");
      }
    }
    return objects;
  }

  /// A text of a list.
  ///
  /// @param path of the text in errors, `tags[2]`
  public record Listed(String path, String text) {}

  /// A list of at most `maxElements` texts, each a single visible line of at most `limit` grapheme
  /// clusters. What is none of these is an error and left out.
  public List<Listed> listed(String name, int maxElements, int limit) {
    return elements(name, maxElements).stream().flatMap(e -> text(e, limit).stream()).toList();
  }

  /// The texts of [#listed].
  public List<String> list(String name, int maxElements, int limit) {
    return listed(name, maxElements, limit).stream().map(Listed::text).toList();
  }

  /// Accepts fields that the body may have and that nobody reads.
  public void ignore(Collection<String> names) {
    known.addAll(names);
  }

  /// Whether the body has the field `name`, which from now on counts as asked for.
  public boolean has(String name) {
    return node(name).isPresent();
  }

  /// Adds an error that was found elsewhere, such as in an element of a list.
  public void fault(FieldError fault) {
    faults.add(fault);
  }

  /// Adds an error.
  public void fault(String field, String phrase, Object... args) {
    faults.add(FieldError.of(field, phrase, args));
  }

  /// Refuses the request with 422 if there are errors. Read every field first.
  public void refuseFaults() {
    var found = faults();
    if (!found.isEmpty()) {
      throw new RefusedRequest(Problem.invalid(found));
    }
  }

  /// All errors found, including one for each field that was never asked for, of which the first
  /// [Problem#MAX_ERRORS] are enough.
  public List<FieldError> faults() {
    var all = new ArrayList<>(faults);
    nested.forEach(
        (name, fields) -> fields.faults().forEach(fault -> all.add(fault.within(name + "."))));
    object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name))
        .limit(Problem.MAX_ERRORS)
        .map(name -> FieldError.of(Text.quote(name, MAX_NAME_LENGTH), "error.unknownField"))
        .forEach(all::add);
    return all;
  }

  /// An element of a list, with its path in errors, `tags[2]`.
  private record Element(String path, JsonNode node) {}

  /// The elements of a list. A value that is not a list, or has more than `maxElements` elements,
  /// is an error and gives none.
  private List<Element> elements(String name, int maxElements) {
    var node = node(name);
    if (node.isPresent() && !node.get().isArray()) {
      fault(name, "error.wrongType.list");
      return List.of();
    }
    if (node.isPresent() && node.get().size() > maxElements) {
      fault(name, "error.tooMany", maxElements);
      return List.of();
    }
    var elements = new ArrayList<Element>();
    node.ifPresent(list ->
        list.forEach(e -> elements.add(new Element(name + "[" + elements.size() + "]", e))));
    return elements;
  }

  private Optional<Listed> text(Element element, int limit) {
    if (!element.node().isTextual()) {
      fault(element.path(), "error.wrongType.text");
      return Optional.empty();
    }
    var text = Text.line(element.node().textValue(), limit);
    if (!Text.visible(text)) {
      fault(element.path(), "error.required");
      return Optional.empty();
    }
    return fits(element.path(), text, limit)
        ? Optional.of(new Listed(element.path(), text))
        : Optional.empty();
  }

  private Optional<JsonNode> node(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  private boolean fits(String path, String text, int limit) {
    if (Text.fits(text, limit)) {
      return true;
    }
    fault(path, "error.tooLong", limit);
    return false;
  }

  private String missing(String name, int faultsBefore) {
    if (faults.size() == faultsBefore) {
      fault(name, "error.required");
    }
    return "";
  }
}
