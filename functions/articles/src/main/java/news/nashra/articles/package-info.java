/// Articles: their record and table, publishing and reading them, their page.
@NullMarked
package news.nashra.articles;

import org.jspecify.annotations.NullMarked;
