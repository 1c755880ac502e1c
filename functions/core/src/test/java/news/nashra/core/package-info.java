/// Tests of the core.
@org.jspecify.annotations.NullUnmarked
package news.nashra.core;
