/// Pictures: from an editor's file to renditions that pages show.
@NullMarked
package news.nashra.media;

import org.jspecify.annotations.NullMarked;
