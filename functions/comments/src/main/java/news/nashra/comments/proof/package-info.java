/// Keeps floods of comments away: a comment needs a solved challenge or an answer in words.
@NullMarked
package news.nashra.comments.proof;

import org.jspecify.annotations.NullMarked;
