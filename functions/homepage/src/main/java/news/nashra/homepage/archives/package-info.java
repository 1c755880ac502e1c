/// The pages that remain when the news has moved on: topics, authors, days, months.
@NullMarked
package news.nashra.homepage.archives;

import org.jspecify.annotations.NullMarked;
