package news.nashra.homepage.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import news.nashra.core.press.Page;

/// Writes an XML 1.0 document, element by element. Text is escaped, and characters that XML does
/// not allow are left out. The same content gives the same bytes, because attributes are in the
/// order of their names. One writer is for one document and one thread.
final class Xml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
  private static final Pattern MARKUP = Pattern.compile("[&<>]");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  /// Writes the content of an element.
  interface Inside {
    void write();
  }

  Xml() {
    try {
      this.writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml element(String name, Map<String, String> attributes, Inside inside) {
    try {
      writer.writeCharacters("\n");
      writer.writeStartElement(name);
      for (var attribute : new TreeMap<>(attributes).entrySet()) {
        writer.writeAttribute(attribute.getKey(), clean(attribute.getValue()));
      }
      inside.write();
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml element(String name, Inside inside) {
    return element(name, Map.of(), inside);
  }

  Xml element(String name, String text) {
    return element(name, Map.of(), text);
  }

  Xml element(String name, Map<String, String> attributes, String text) {
    return element(
        name,
        attributes,
        () -> {
          try {
            writer.writeCharacters(clean(text));
          } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /// An element of plain text that some programs take for HTML. `&`, `<` and `>` are written as
  /// [hexadecimal references](https://www.rssboard.org/rss-profile#data-types-characterdata), which
  /// most of them show as they are meant.
  Xml plainText(String name, String text) {
    return element(
        name,
        () -> {
          try {
            for (var part : MARKUP.splitWithDelimiters(clean(text), 0)) {
              if (MARKUP.matcher(part).matches()) {
                writer.writeEntityRef("#x%X".formatted((int) part.charAt(0)));
              } else {
                writer.writeCharacters(part);
              }
            }
          } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /// An element of HTML that shows `text`: the text is escaped as HTML, and the HTML as XML.
  Xml textAsHtml(String name, String text) {
    return element(name, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  Page.Present page(String contentType) {
    try {
      writer.writeEndDocument();
      writer.flush();
      return new Page.Present(bytes.toByteArray(), contentType, Page.PAGE_CACHE_CONTROL, Map.of());
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Keeps the [characters](https://www.w3.org/TR/xml/#charsets) that XML allows.
  private static String clean(String text) {
    return isClean(text)
        ? text
        : text.codePoints()
            .filter(Xml::isAllowed)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /// Nearly every text is, and is not copied.
  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!isAllowed(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
