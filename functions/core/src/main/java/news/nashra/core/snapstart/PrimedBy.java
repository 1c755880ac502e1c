package news.nashra.core.snapstart;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the samples of `events/` that a function with SnapStart is [primed][Priming] with, one for
/// each of its routes, in the order in which they pass.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PrimedBy {
  String[] value();
}
