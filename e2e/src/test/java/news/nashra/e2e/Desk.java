package news.nashra.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A person at the desk, in a browser of their own.
record Desk(BrowserContext context, Page page, List<String> errors) implements AutoCloseable {
  private static final Pattern ANSWER = Pattern.compile("Failed to load resource: .*");

  static {
    Newspaper.stack().invoke("PressDesk", "{}".getBytes(StandardCharsets.UTF_8));
  }

  /// What the desk wrote on its console as an error, but for the answer that an article has no
  /// working copy, which an article that is opened often gets.
  @Override
  public List<String> errors() {
    return errors.stream()
        .filter(error -> !(error.contains("404 (Not Found)") && error.contains("/working-copy:")))
        .toList();
  }

  /// Signs in and goes to an address of the desk.
  ///
  /// @param as a user of the local newsroom, `editor`
  /// @param address `#/articles`
  static Desk open(Browser browser, String as, String address) {
    return open(browser, new Browser.NewContextOptions(), as, address);
  }

  static Desk open(Browser browser, Browser.NewContextOptions options, String as, String address) {
    var context = browser.newContext(options);
    var page = context.newPage();
    var errors = new ArrayList<String>();
    Chromium.listen(page, errors);
    page.navigate(Newspaper.uri("/desk/").toString() + address);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(as).setExact(true)).click();
    page.waitForURL("**/desk/**");
    page.waitForSelector("nashra-desk main > *");
    awaitPaint(page);
    return new Desk(context, page, errors);
  }

  /// Chromium drops what is typed before a page was painted, and a busy machine paints late.
  private static void awaitPaint(Page page) {
    Chromium.await(page, "performance.getEntriesByName('first-contentful-paint').length > 0");
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  /// The errors without answers that are no success: Chromium writes each of them on its console,
  /// whatever the desk makes of it, and an article without a working copy is one.
  List<String> faults() {
    return errors.stream().filter(error -> !ANSWER.matcher(error).matches()).toList();
  }

  /// Goes to another address of the desk.
  void goTo(String address) {
    page.evaluate("address => { location.hash = address; }", address);
  }

  /// Takes the network away, or gives it back. Chromium's own switch tells the page; so that no
  /// request comes through it on a busy machine, each is stopped by itself as well.
  void setOffline(boolean isOffline) {
    if (isOffline) {
      context.setOffline(true);
      context.route("**", route -> route.abort("internetdisconnected"));
    } else {
      context.unrouteAll();
      context.setOffline(false);
    }
  }

  /// The button of a page that has exactly this name.
  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
