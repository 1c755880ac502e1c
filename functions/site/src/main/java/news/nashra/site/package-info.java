/// The look of the newspaper: the edition, its phrases and dates, the layout of all pages, and
/// their style and script, joined from those of the features.
@NullMarked
package news.nashra.site;

import org.jspecify.annotations.NullMarked;
