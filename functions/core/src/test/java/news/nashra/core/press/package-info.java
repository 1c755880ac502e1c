/// Tests of the press.
@org.jspecify.annotations.NullUnmarked
package news.nashra.core.press;
