/// Working copies: what editors have typed before it is a revision, and who is at work on what.
@NullMarked
package news.nashra.articles.working;

import org.jspecify.annotations.NullMarked;
