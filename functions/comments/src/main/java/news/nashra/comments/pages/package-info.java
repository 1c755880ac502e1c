/// What pages show of comments: the section on an article's page, pages of older comments, and the
/// form.
@NullMarked
package news.nashra.comments.pages;

import org.jspecify.annotations.NullMarked;
