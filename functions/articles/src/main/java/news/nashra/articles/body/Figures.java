package news.nashra.articles.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Reads figures: of a picture, of several, of something on another site, or around a table or a
/// quotation.
final class Figures {
  private static final String CAPTION = "figcaption";

  /// The characters of the markup of a card without its address.
  private static final int CARD_SIZE = "<figure data-embed=\"\"></figure>".length();

  private final BodyReader reader;
  private final BodyWriter writer;
  private final PastedAttributes attributes;

  /// The captions found so far, for each open figure.
  private final Deque<List<Element>> captions = new ArrayDeque<>();

  Figures(BodyReader reader, BodyWriter writer, PastedAttributes attributes) {
    this.reader = reader;
    this.writer = writer;
    this.attributes = attributes;
  }

  void read(Element source, Context context) {
    var embed = attributes.embed(source).or(() -> PastedEmbeds.ofBox(source));
    captions.push(new ArrayList<>());
    var parts = reader.inside(Elements.of("figure"), source, context);
    var caption = joined(captions.pop());
    var blocks = new ArrayList<>(parts.children());
    if (embed.isPresent()) {
      card(embed.get(), blocks, caption);
      return;
    }
    var first = blocks.isEmpty() ? Elements.of("p") : blocks.getFirst();
    switch (first.normalName()) {
      case "figure" -> pictures(blocks, caption);
      case "table" -> {
        writer.add(first);
        var own = first.firstElementChild();
        if (own == null || !own.nameIs("caption")) {
          caption.ifPresent(c -> first.prependChild(Elements.rename(c, "caption")));
          caption = Optional.empty();
        }
        others(blocks, 1, caption);
      }
      case "blockquote" -> {
        if (attributes.isPullQuote(source)) {
          first.attributes().put(PastedAttributes.PULL, true);
        }
        caption.ifPresent(c -> first.appendChild(Elements.rename(c, "p")));
        others(blocks, 0, Optional.empty());
      }
      default -> {
        if (CAPTION.equals(firstName(source))) {
          caption.ifPresent(c -> writer.add(Elements.rename(c, "p")));
          caption = Optional.empty();
        }
        others(blocks, 0, caption);
      }
    }
  }

  private static String firstName(Element element) {
    var first = element.firstElementChild();
    return first == null ? "" : first.normalName();
  }

  /// A caption, or a paragraph if there is no figure around it.
  void readCaption(Element source, Context context) {
    if (captions.isEmpty()) {
      writer.endParagraph();
      reader.children(source, attributes.withinParagraph(source, context));
      writer.endParagraph();
      return;
    }
    var caption = Elements.of(CAPTION);
    attributes.copyLanguage(source, caption, context);
    writer.enter(caption, true);
    reader.children(source, attributes.within(source, context));
    if (Elements.hasVisibleText(writer.leave())) {
      captions.getFirst().add(caption);
    }
  }

  /// Reads what another site offers for embedding as a card, if `element` is that.
  ///
  /// @param frame the address of what it shows without any text of its own
  boolean readEmbed(Element element, Optional<String> frame, Context context) {
    if (frame.isPresent()) {
      writer.add(newCard(frame.get()));
      return true;
    }
    var box =
        element.normalName().equals("figure")
            ? Optional.<String>empty()
            : PastedEmbeds.ofBox(element);
    if (box.isEmpty()) {
      return false;
    }
    attributes.tell(element);
    var caption = Elements.of(CAPTION);
    attributes.copyLanguage(element, caption, context);
    writer.enter(caption, true);
    reader.children(element, attributes.within(element, context));
    writer.leave();
    var card = newCard(box.get());
    if (Elements.hasVisibleText(caption)) {
      card.appendChild(caption);
    }
    writer.add(card);
    return true;
  }

  private Element newCard(String address) {
    writer.count(CARD_SIZE + address.length(), 0);
    return Elements.of("figure").attr(EmbedAddress.ATTRIBUTE, address);
  }

  /// A card with the first picture among `blocks`, and the caption, or else the paragraphs among
  /// them as its caption.
  private void card(String address, List<Element> blocks, Optional<Element> given) {
    var card = newCard(address);
    writer.add(card);
    var caption = given;
    var rest = new ArrayList<Element>();
    for (var block : blocks) {
      if (!block.attr(EmbedAddress.ATTRIBUTE).equals(address) && !isAddress(block, address)) {
        var picture = card.childrenSize() == 0 ? Descendants.first(block, "img") : null;
        if (picture == null) {
          rest.add(block);
          continue;
        }
        card.appendChild(picture);
      }
      var own = Optional.ofNullable(Descendants.first(block, CAPTION));
      caption = caption.or(() -> own);
    }
    caption = caption.or(() -> asCaption(rest));
    caption.ifPresent(card::appendChild);
    others(rest, 0, Optional.empty());
  }

  /// Whether it is a paragraph that holds the address and nothing else.
  private static boolean isAddress(Element block, String address) {
    var text = block.text();
    return block.normalName().equals("p")
        && text.indexOf(' ') < 0
        && EmbedAddress.of(text).filter(address::equals).isPresent();
  }

  /// Figures, with a caption for all of them, or the paragraphs behind one as its caption.
  private void pictures(List<Element> blocks, Optional<Element> given) {
    var caption = given;
    var first = blocks.getFirst();
    var rest = new ArrayList<>(blocks.subList(1, blocks.size()));
    if (caption.isEmpty()) {
      caption = asCaption(rest);
    }
    caption.ifPresent(c -> append(first, c));
    writer.add(first);
    others(rest, 0, Optional.empty());
  }

  private static void append(Element figure, Element caption) {
    var own = figure.lastElementChild();
    if (own != null && own.normalName().equals(CAPTION)) {
      join(own, caption);
    } else {
      figure.appendChild(caption);
    }
  }

  private void others(List<Element> blocks, int from, Optional<Element> caption) {
    blocks.subList(from, blocks.size()).forEach(writer::add);
    caption.ifPresent(c -> writer.add(Elements.rename(c, "p")));
  }

  /// Turns paragraphs into a caption, if there is nothing else, and takes them away.
  private static Optional<Element> asCaption(List<Element> blocks) {
    if (blocks.isEmpty() || !blocks.stream().allMatch(b -> b.normalName().equals("p"))) {
      return Optional.empty();
    }
    var caption = joined(blocks.stream().map(block -> Elements.rename(block, CAPTION)).toList());
    blocks.clear();
    return caption;
  }

  private static Optional<Element> joined(List<Element> captions) {
    captions.stream().skip(1).forEach(caption -> join(captions.getFirst(), caption));
    return captions.stream().findFirst();
  }

  private static void join(Element caption, Element more) {
    caption.appendChild(Elements.of("br"));
    caption.appendChildren(List.copyOf(more.childNodes()));
  }
}
