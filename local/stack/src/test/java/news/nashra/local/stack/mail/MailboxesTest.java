package news.nashra.local.stack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.http.WebServer;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/// Mails, sent with what functions send them with, and read by a mail program's parser.
@NullUnmarked
class MailboxesTest {
  private static final String SUBJECT =
      "رد من \u2068نشرة\u2069 على تعليقك على مقال له عنوان طويل جدا";
  private static final String TEXT = "سطر أول\n\nhttps://news.example/a?b=c&d\n<b>ليس وسما</b>\n";
  private static final String STOP = "<https://news.example/api/mail/unsubscribe?token=x>";

  @TempDir Path folder;

  private Mailboxes mailboxes;
  private MailPages pages;
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    mailboxes = new Mailboxes(folder, () -> Instant.parse("2026-02-23T08:00:00Z"));
    pages = new MailPages(mailboxes);
    server = WebServer.bind(0);
    server.route("/", mailboxes);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2000}) // a line that is too long for a message as it is
  void aMailProgramReadsThem(int times) throws IOException, MessagingException {
    var text = TEXT + "ن".repeat(times);
    send(text);
    var file = mailboxes.files().getFirst();
    assertThat(file).hasFileName("20260223T080000.000-reader@example.com.eml");
    MimeMessage mail;
    try (var stream = Files.newInputStream(file)) {
      mail = new MimeMessage(Session.getInstance(new Properties()), stream);
    }
    assertThat(mail.getSubject()).isEqualTo(SUBJECT);
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("نشرة");
    assertThat(((InternetAddress) mail.getFrom()[0]).getAddress())
        .isEqualTo("newspaper@news.example");
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("reader@example.com"));
    assertThat(((String) mail.getContent()).replace("\r\n", "\n")).isEqualTo(text);
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly(STOP);
    assertThat(mail.getSentDate().toInstant()).isEqualTo("2026-02-23T08:00:00Z");
    assertThat(mail.getMessageID()).matches("<[0-9A-Z]{26}@local\\.invalid>");
  }

  @Test
  void theyAreClosedToOthersAndHaveNamesOfTheirOwn() throws IOException {
    send("a");
    send("b");
    assertThat(mailboxes.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "20260223T080000.000-reader@example.com-2.eml",
            "20260223T080000.000-reader@example.com.eml");
    for (var file : mailboxes.files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void pagesShowThem() throws IOException {
    send(TEXT);
    var list = Jsoup.parse(page("/local/mail/", "localhost:8080"));
    assertThat(list.expectFirst("li bdi").text()).isEqualTo(SUBJECT);
    var mail =
        Jsoup.parse(page("/local/mail/" + list.expectFirst("li a").attr("href"), "127.0.0.1"));
    assertThat(mail.select("pre").first().text()).contains("Subject: " + SUBJECT);
    assertThat(mail.select("pre").last().wholeText().replace("\r\n", "\n")).isEqualTo(TEXT);
    assertThat(mail.select("pre a").last().attr("href")).isEqualTo("https://news.example/a?b=c&d");
    assertThat(page("/local/mail/../secrets/CommentKey", "localhost")).doesNotContain("<pre");
  }

  @Test
  void aForeignNameIsShownNothing() throws IOException {
    send("secret");
    assertThat(page("/local/mail/", "evil.example:8080"))
        .isEqualTo("Mails are shown to localhost and 127.0.0.1 only.\n");
  }

  @Test
  void whatSesWouldTrackIsRefused() {
    try (var ses = ses(server.uri().resolve(mailboxes.endpoint().path()))) {
      assertThatThrownBy(() ->
              ses.sendEmail(r ->
                  r.fromEmailAddress("a <a@news.example>")
                      .configurationSetName("tracking")
                      .destination(d -> d.toAddresses("b@example.com"))
                      .content(c ->
                          c.simple(m ->
                              m.subject(s -> s.data("x")).body(b -> b.text(t -> t.data("x")))))))
          .isInstanceOf(BadRequestException.class);
    }
    var guessed = server.uri().resolve("/local/ses/" + "0".repeat(48));
    assertThatThrownBy(() -> send(guessed, "x"))
        .isInstanceOf(SesV2Exception.class)
        .hasMessageContaining("not the address of this newspaper");
    assertThat(mailboxes.files()).isEmpty();
  }

  private String page(String path, String host) throws IOException {
    var answer = pages.answer(Requests.request("GET", path, Map.of("host", host), ""));
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private void send(String text) {
    send(server.uri().resolve(mailboxes.endpoint().path()), text);
  }

  private static void send(URI endpoint, String text) {
    try (var ses = ses(endpoint)) {
      ses.sendEmail(r ->
          r.fromEmailAddress("=?UTF-8?B?2YbYtNix2Kk=?= <newspaper@news.example>")
              .destination(d -> d.toAddresses("reader@example.com"))
              .content(c ->
                  c.simple(m ->
                      m.subject(s -> s.charset("UTF-8").data(SUBJECT))
                          .body(b -> b.text(t -> t.charset("UTF-8").data(text)))
                          .headers(
                              MessageHeader.builder()
                                  .name("List-Unsubscribe")
                                  .value(STOP)
                                  .build()))));
    }
  }

  private static SesV2Client ses(URI endpoint) {
    return SesV2Client.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_3)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }
}
