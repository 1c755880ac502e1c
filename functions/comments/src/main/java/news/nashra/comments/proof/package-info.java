/// What a comment brings to keep floods away: a solved challenge, or an answer in words.
@NullMarked
package news.nashra.comments.proof;

import org.jspecify.annotations.NullMarked;
