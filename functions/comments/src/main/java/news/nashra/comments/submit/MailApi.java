package news.nashra.comments.submit;

import java.util.Map;
import java.util.Optional;
import news.nashra.comments.mail.MailLinks;
import news.nashra.comments.mail.MailToken;
import news.nashra.comments.mail.MailToken.Purpose;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// What the links in mails lead to. Programs that look for harm open every link in a mail, so a
/// `GET` does nothing but show a button; the `POST` behind it does what the mail says. Mail
/// programs send the `POST` of `List-Unsubscribe` themselves ([RFC
/// 8058](https://www.rfc-editor.org/rfc/rfc8058)): it needs no cookie and no body. Without mail,
/// and for any token that is not ours, the answer is 404. Thread-safe.
record MailApi(Site site, Templates templates, MailLinks links) {
  private static final String CONFIRM = "/api/mail/confirm";
  private static final String STOP = "/api/mail/unsubscribe";

  MailApi(Site site, MailLinks links) {
    this(site, new Templates("news.nashra.comments.pages"), links);
  }

  Response askToConfirm(Request request) {
    return token(request, Purpose.CONFIRM_READER, Purpose.CONFIRM_DIGEST)
        .map(token -> button(CONFIRM, phrase("confirm", token), request))
        .orElseGet(this::notFound);
  }

  Response confirm(Request request) {
    return token(request, Purpose.CONFIRM_READER, Purpose.CONFIRM_DIGEST)
        .map(token ->
            links.confirm(token)
                ? page(200, CONFIRM, phrase("confirmed", token), Optional.empty())
                : page(410, CONFIRM, "mail.stale", Optional.empty()))
        .orElseGet(this::notFound);
  }

  Response askToStop(Request request) {
    return token(request, Purpose.STOP_READER, Purpose.STOP_DIGEST)
        .map(token -> button(STOP, phrase("stop", token), request))
        .orElseGet(this::notFound);
  }

  Response stop(Request request) {
    return token(request, Purpose.STOP_READER, Purpose.STOP_DIGEST)
        .map(token -> {
          links.stop(token);
          return page(200, STOP, "mail.stopped", Optional.empty());
        })
        .orElseGet(this::notFound);
  }

  private Optional<MailToken> token(Request request, Purpose one, Purpose other) {
    return site.mail()
        ? request
            .query("token")
            .flatMap(links::read)
            .filter(token -> token.purpose() == one || token.purpose() == other)
        : Optional.empty();
  }

  /// `mail.confirm.reader` or `mail.confirm.digest`.
  private static String phrase(String act, MailToken token) {
    return switch (token.purpose()) {
      case CONFIRM_READER, STOP_READER -> "mail." + act + ".reader";
      case CONFIRM_DIGEST, STOP_DIGEST -> "mail." + act + ".digest";
    };
  }

  /// A token is of letters, digits, `-` and `_`.
  private Response button(String path, String phrase, Request request) {
    var action = path + "?token=" + request.query("token").orElse("");
    return page(200, path, phrase, Optional.of(action));
  }

  private Response page(int status, String path, String phrase, Optional<String> action) {
    var title = site.messages().get(phrase + ".title");
    return Response.html(
        status,
        site.page(
            Head.of(title, title, path, Optional.empty()).unindexed(),
            templates.part(
                "mail.jte",
                Map.of(
                    "site",
                    site,
                    "title",
                    title,
                    "text",
                    site.messages().get(phrase + ".text", site.edition().name()),
                    "button",
                    action.isPresent() ? site.messages().get(phrase + ".button") : "",
                    "action",
                    action.orElse("")))));
  }

  private Response notFound() {
    return Response.html(404, site.notFound());
  }
}
