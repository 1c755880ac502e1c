package news.nashra.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.local.stack.Reader;

/// What editors and readers send to a newspaper that is measured, each with a number of its own.
final class Requests {
  /// Within the limit of one reader.
  static final int COMMENTS_OF_A_READER = 5;

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static final String SENTENCES =
      "عقد المجلس البلدي أمس جلسة خصصها لمشروع الطريق الساحلي الذي تعطل مرتين بسبب الأمطار. "
          + "وقال رئيس اللجنة الفنية إن الأشغال ستستأنف مطلع الأسبوع المقبل بعد صيانة المعدات. "
          + "وطالب عدد من السكان بإعادة فتح الممر القديم ريثما ينتهي العمل في الجسر الجديد. ";

  /// The text of an article, of 4 KB.
  static final String BODY = ("<p>" + SENTENCES + "</p>").repeat(9);

  private Requests() {}

  static int number() {
    return NUMBERS.incrementAndGet();
  }

  static String headline() {
    return "خبر رقم " + number() + " من جلسة المجلس";
  }

  static ObjectNode draft() {
    return Newsroom.object()
        .put("headline", headline())
        .put("section", "society")
        .put("bodyHtml", BODY)
        .put("status", "published");
  }

  /// Publishes an article, with a key.
  static HttpRequest.Builder publication(Newsroom newsroom) {
    return HttpRequest.newBuilder(newsroom.stack.uri().resolve("/api/articles"))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + newsroom.stack.token("editor"))
        .header("Idempotency-Key", "bench-" + number())
        .POST(HttpRequest.BodyPublishers.ofString(draft().toString()));
  }

  /// Comments with proofs that were solved before, from readers who stay within their limits.
  ///
  /// @return what sends each of them, once, and answers the status
  static List<Callable<Integer>> comments(Newsroom newsroom, String article, int count) {
    var requests = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < count; i += COMMENTS_OF_A_READER) {
      var reader = newsroom.reader();
      var left = new AtomicInteger(COMMENTS_OF_A_READER);
      for (int j = 0; j < COMMENTS_OF_A_READER; j++) {
        var comment = Newsroom.comment(number());
        comment.put("altcha", reader.proof(article));
        requests.add(() -> send(reader, article, comment, left));
      }
    }
    return requests;
  }

  private static int send(Reader reader, String article, ObjectNode comment, AtomicInteger left) {
    try {
      return reader.comment(article, comment).statusCode();
    } finally {
      if (left.decrementAndGet() == 0) {
        reader.close();
      }
    }
  }
}
