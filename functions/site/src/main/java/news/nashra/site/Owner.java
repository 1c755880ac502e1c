package news.nashra.site;

/// The publisher, named in the footer of each page.
public record Owner(String name, String address, int copyrightYear) {}
