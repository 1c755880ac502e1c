/// Tests of the HTTP envelope.
@org.jspecify.annotations.NullUnmarked
package news.nashra.core.http;
