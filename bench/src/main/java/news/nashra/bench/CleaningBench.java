package news.nashra.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.nashra.articles.body.Body;
import news.nashra.articles.body.BodyCleaner;

/// Measures how long the text of an article is cleaned: what editors paste, and what is made to
/// keep a function busy.
final class CleaningBench {
  private static final int ROUNDS = 30;
  private static final int LARGEST_REQUEST = 1_000_000;

  private static final List<String> HEAD =
      List.of("input", "in", "out", "answer", "median", "worst");

  private CleaningBench() {}

  static void measure(Report report) {
    report.section(
        "What editors paste",
        "Processor time of one cleaning, the median and the worst of the last 20 of 30.");
    report.table(HEAD, rows(pasted()));
    report.section(
        "What keeps a function busy",
        "The same, for the largest request (1 MB) or the most that is not refused at once.");
    report.table(HEAD, rows(hostile()));
  }

  private static List<List<String>> rows(Map<String, String> inputs) {
    var rows = new ArrayList<List<String>>();
    inputs.forEach((name, html) -> rows.add(row(name, html)));
    return rows;
  }

  private static List<String> row(String name, String html) {
    var threads = ManagementFactory.getThreadMXBean();
    var samples = new Samples();
    var body = BodyCleaner.clean(html, "https://news.example");
    for (int i = 0; i < ROUNDS; i++) {
      long before = threads.getCurrentThreadCpuTime();
      body = BodyCleaner.clean(html, "https://news.example");
      long after = threads.getCurrentThreadCpuTime();
      if (i >= ROUNDS / 3) {
        samples.add(after - before);
      }
    }
    return List.of(
        name,
        kilobytes(html),
        kilobytes(body.html()),
        body.fault().map(Body.Fault::name).orElse("cleaned"),
        samples.format(50),
        samples.format(100));
  }

  private static String kilobytes(String text) {
    return String.format(
        Locale.ROOT, "%,d KB", text.getBytes(StandardCharsets.UTF_8).length / 1024);
  }

  private static Map<String, String> pasted() {
    var sentence = "كلمات في جملة من خبر طويل، وفيها أرقام مثل 12 و1,250. ";
    var inputs = new LinkedHashMap<String, String>();
    inputs.put("plain paragraphs", ("<p>" + sentence.repeat(5) + "</p>").repeat(400));
    inputs.put(
        "Word",
        ("<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl'><span lang=AR-SA"
                + " style='font-size:14.0pt;font-family:\"Arial\",sans-serif'>"
                + sentence
                + "<b>غامق</b> <a href=\"https://example.org/a b\">رابط</a><o:p></o:p></span></p>\n")
            .repeat(600));
    inputs.put(
        "Google Docs",
        "<b style=\"font-weight:normal\">"
            + ("<p dir=\"rtl\" style=\"line-height:1.38\"><span style=\"font-weight:400\">"
                    + sentence
                    + "</span><span style=\"font-weight:700;font-style:italic\">مائل</span></p>")
                .repeat(800)
            + "</b>");
    inputs.put(
        "Excel, 1,500 rows without a table",
        "<tr height=20><td class=xl65>صيدا</td><td>12</td><td>-3.5%</td></tr>".repeat(1500));
    inputs.put(
        "Word lists",
        ("<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·"
                + "<span>&nbsp; </span></span>بند في قائمة</p>")
            .repeat(1500));
    return inputs;
  }

  private static Map<String, String> hostile() {
    var inputs = new LinkedHashMap<String, String>();
    inputs.put("`<figcaption>` 4,000 times", "<figcaption>".repeat(4000));
    inputs.put("`<ul><p>` 4,000 times", "<ul><p>".repeat(4000));
    inputs.put("`lang` of 1 MB", "<p lang='aa" + "-bb".repeat(330_000) + "'>x");
    inputs.put(
        "lists in lists, 47 deep, 200 times",
        ("<ul><li>".repeat(47) + "x" + "</ul>".repeat(47)).repeat(200));
    inputs.put("200 KB in 95 levels", "<blockquote>".repeat(95) + "كلمة ".repeat(20_000));
    inputs.put(
        "12 marks around 5,000 paragraphs",
        "<b><i><cite><q><sub><sup><code><bdi><span dir=rtl><span dir=ltr><span lang=en><a href=/x>"
            + "<p>x".repeat(5000));
    inputs.put(
        "cells that span 99 by 99", "<table>" + "<tr><td colspan=99 rowspan=99>x".repeat(5000));
    for (var piece :
        List.of("<b>", "<a ", "<a b=\"", "<", "&notin", "[a ", "[caption]", " ", "<xml></x>")) {
      inputs.put("`" + piece + "` to 1 MB", piece.repeat(LARGEST_REQUEST / piece.length()));
    }
    return inputs;
  }
}
