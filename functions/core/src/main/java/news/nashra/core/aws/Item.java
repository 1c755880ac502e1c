package news.nashra.core.aws;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.nashra.core.Instants;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of a table: its attributes by name, read and written as plain Java values. Empty
/// optionals and empty lists write no attribute.
public record Item(Map<String, AttributeValue> attributes) {
  public static final String PK = "pk";
  public static final String SK = "sk";

  /// The [size limit of an
  /// item](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html), in
  /// bytes.
  public static final int MAX_BYTES = 400 * 1024;

  /// The time from which DynamoDB may delete the item, in seconds since the epoch.
  public static final String EXPIRES = "expiresAt";

  public Item {
    attributes = Map.copyOf(attributes);
  }

  public static Item at(String pk, String sk) {
    return new Item(new Key(pk, sk).attributes());
  }

  /// The size in bytes as DynamoDB counts it: [names and values in
  /// UTF-8](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
  public int bytes() {
    return attributes.entrySet().stream()
        .mapToInt(attribute -> bytes(attribute.getKey()) + bytes(attribute.getValue()))
        .sum();
  }

  private static int bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      // Two digits take one byte, at most 21 bytes in all.
      case N -> value.n().length() / 2 + 2;
      case BOOL -> 1;
      case L -> 3 + value.l().stream().mapToInt(element -> 1 + bytes(element)).sum();
      case M ->
          3
              + value.m().entrySet().stream()
                  .mapToInt(entry -> 1 + bytes(entry.getKey()) + bytes(entry.getValue()))
                  .sum();
      case SS, NS, BS, B, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("no item has an attribute of type " + value.type());
    };
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static AttributeValue value(Object value) {
    return switch (value) {
      case String text -> AttributeValue.fromS(text);
      case Instant instant -> AttributeValue.fromS(Instants.format(instant));
      case Boolean flag -> AttributeValue.fromBool(flag);
      case Long number -> AttributeValue.fromN(Long.toString(number));
      case Integer number -> AttributeValue.fromN(Integer.toString(number));
      case Double number -> AttributeValue.fromN(Double.toString(number));
      case List<?> list -> AttributeValue.fromL(list.stream().map(Item::value).toList());
      case Map<?, ?> map -> AttributeValue.fromM(valuesByName(map));
      default -> throw new IllegalArgumentException("not an attribute value: " + value.getClass());
    };
  }

  private static Map<String, AttributeValue> valuesByName(Map<?, ?> map) {
    var values = new LinkedHashMap<String, AttributeValue>();
    map.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
    return values;
  }

  /// The values of an expression's placeholders, such as `:now`.
  static Map<String, AttributeValue> values(Map<String, ?> values) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
  }

  public Key key() {
    return new Key(pk(), sk());
  }

  public String pk() {
    return text(PK);
  }

  public String sk() {
    return text(SK);
  }

  /// Returns a string attribute that every item of this kind has.
  public String text(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("the item has no string attribute " + name));
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  public long number(String name) {
    var value = attributes.get(name);
    if (value == null || value.n() == null) {
      throw new IllegalStateException("the item has no number attribute " + name);
    }
    return Long.parseLong(value.n());
  }

  public double decimal(String name) {
    var value = attributes.get(name);
    if (value == null || value.n() == null) {
      throw new IllegalStateException("the item has no number attribute " + name);
    }
    return Double.parseDouble(value.n());
  }

  public boolean flag(String name) {
    var value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  public Instant instant(String name) {
    return Instants.parse(text(name));
  }

  public Optional<Instant> findInstant(String name) {
    return find(name).map(Instants::parse);
  }

  /// Reads a number attribute in seconds since the epoch, such as [#EXPIRES].
  public Optional<Instant> findTime(String name) {
    return attributes.containsKey(name)
        ? Optional.of(Instant.ofEpochSecond(number(name)))
        : Optional.empty();
  }

  public List<String> texts(String name) {
    var value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  /// Reads the map in an attribute with `read`, if the item has that attribute.
  public <T> Optional<T> find(String name, Function<Item, T> read) {
    return Optional.ofNullable(attributes.get(name)).map(value -> read.apply(new Item(value.m())));
  }

  /// The maps in a list attribute; empty if the item has no such attribute.
  public List<Item> items(String name) {
    var value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(map -> new Item(map.m())).toList();
  }

  /// Adds an attribute for each field: a string, number, boolean or instant, or a list or map of
  /// these. An empty list writes no attribute.
  public Item with(Map<String, ?> fields) {
    var all = new LinkedHashMap<>(attributes);
    fields.forEach((name, field) -> {
      if (!(field instanceof List<?> list && list.isEmpty())) {
        all.put(name, value(field));
      }
    });
    return new Item(all);
  }

  public Item with(String name, String text) {
    return with(name, value(text));
  }

  /// @param field a string, number, boolean or instant; absent writes no attribute
  public Item with(String name, Optional<?> field) {
    return field.map(f -> with(name, value(f))).orElse(this);
  }

  public Item with(String name, long number) {
    return with(name, value(number));
  }

  public Item with(String name, boolean flag) {
    return with(name, value(flag));
  }

  /// Adds a flag if it is set. One that is not set writes no attribute.
  public Item withFlag(String name, boolean flag) {
    return flag ? with(name, true) : this;
  }

  public Item with(String name, Instant instant) {
    return with(name, Instants.format(instant));
  }

  public Item with(String name, List<String> texts) {
    return texts.isEmpty()
        ? this
        : with(name, AttributeValue.fromL(texts.stream().map(Item::value).toList()));
  }

  public Item without(String name) {
    var others = new LinkedHashMap<>(attributes);
    others.remove(name);
    return new Item(others);
  }

  private Item with(String name, AttributeValue value) {
    var all = new LinkedHashMap<>(attributes);
    all.put(name, value);
    return new Item(all);
  }
}
