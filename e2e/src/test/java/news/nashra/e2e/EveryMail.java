package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asModerator;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.queue;
import static news.nashra.e2e.Newspaper.send;

/// Brings about the answers of `docs/openapi.yaml` about mail.
final class EveryMail {
  private static final String CONFIRM = "/api/mail/confirm";
  private static final String STOP = "/api/mail/unsubscribe";
  private static final String DIGEST = "/api/comments/digest";

  private EveryMail() {}

  static void all() {
    links();
    digest();
  }

  private static void links() {
    var stack = Newspaper.stack();
    var article = id(publish(article()));
    var email = "every.answer@example.com";
    comment(article, comment().put("email", email).put("notify", true));
    var comment = queue("?article=" + article).json().at("/items/0");
    var confirm = Mails.link(Mails.to(stack, email).getFirst(), CONFIRM);
    get(confirm);
    Mails.post(stack, confirm);
    Mails.approve(stack, comment);
    Mails.reply(stack, comment);
    var stop = Mails.link(Mails.to(stack, email).getLast(), STOP);
    get(stop);
    Mails.post(stack, stop);
    if (Mails.post(stack, confirm).status() != 410) {
      throw new AssertionError("an old confirmation undoes an unsubscription");
    }
    for (var path : new String[] {CONFIRM, STOP}) {
      for (var query : new String[] {"", "?token=x", "?tokn=x"}) {
        get(path + query);
        Mails.post(stack, path + query);
      }
    }
  }

  private static void digest() {
    send(asModerator(DIGEST).DELETE());
    send(asModerator(DIGEST).GET());
    for (var email : new String[] {"m@example.com", "m@example.com", "other@example.com", "x"}) {
      send(asModerator(DIGEST).PUT(json(object().put("email", email))));
    }
    send(asModerator(DIGEST).GET());
    send(asModerator(DIGEST).DELETE());
  }
}
