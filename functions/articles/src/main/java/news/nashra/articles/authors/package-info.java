/// People who write for the newspaper, and their records in the table.
@NullMarked
package news.nashra.articles.authors;

import org.jspecify.annotations.NullMarked;
