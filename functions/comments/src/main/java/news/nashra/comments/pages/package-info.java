/// What pages show of comments: the section of an article's page, pages of older comments, the
/// form.
@NullMarked
package news.nashra.comments.pages;

import org.jspecify.annotations.NullMarked;
