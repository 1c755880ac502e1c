/// Tests of access to AWS.
@org.jspecify.annotations.NullUnmarked
package news.nashra.core.aws;
