package news.nashra.site;

/// Who publishes the edition, for the foot of each page.
public record Owner(String name, String address, int copyrightYear) {}
