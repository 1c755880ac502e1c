/// Pictures: from an editor's file to the renditions on pages.
@NullMarked
package news.nashra.media;

import org.jspecify.annotations.NullMarked;
