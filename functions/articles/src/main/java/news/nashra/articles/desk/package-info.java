/// What an application for editors and moderators must know of the newspaper.
@NullMarked
package news.nashra.articles.desk;

import org.jspecify.annotations.NullMarked;
