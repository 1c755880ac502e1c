/// Articles for programs: RSS, JSON Feed, sitemaps.
@NullMarked
package news.nashra.homepage.feeds;

import org.jspecify.annotations.NullMarked;
