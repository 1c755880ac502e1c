/// Screens comments before they are stored: each stage looks for one kind of abuse.
@NullMarked
package news.nashra.comments.screening;

import org.jspecify.annotations.NullMarked;
