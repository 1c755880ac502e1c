package news.nashra.local.stack.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/// Loads the classes of one function from its unpacked zip: its own at the root, its libraries in
/// `lib/`. The function sees no class of the local stack. Calls of `System.getenv` are redirected
/// to [FunctionEnvironment], so that each function has an environment of its own.
final class FunctionLoader extends URLClassLoader {
  private static final String ENVIRONMENT = FunctionEnvironment.class.getName();
  private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
  private static final ClassDesc OURS = ClassDesc.of(ENVIRONMENT);
  private static final byte[] GETENV = "getenv".getBytes(StandardCharsets.US_ASCII);

  FunctionLoader(Path unpacked, Map<String, String> environment) {
    super(classPath(unpacked), ClassLoader.getPlatformClassLoader());
    try {
      loadClass(ENVIRONMENT).getMethod("set", Map.class).invoke(null, environment);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no environment for a function", e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (var stream =
        name.equals(ENVIRONMENT)
            ? FunctionEnvironment.class.getResourceAsStream("FunctionEnvironment.class")
            : getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (stream == null) {
        throw new ClassNotFoundException(name);
      }
      var bytes = stream.readAllBytes();
      if (name.equals(ENVIRONMENT) || contains(bytes, GETENV)) {
        var ready = name.equals(ENVIRONMENT) ? bytes : redirected(bytes);
        return defineClass(name, ready, 0, ready.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return super.findClass(name);
  }

  private static byte[] redirected(byte[] bytes) {
    var classFile = ClassFile.of();
    CodeTransform calls =
        (builder, element) -> {
          if (element instanceof InvokeInstruction call
              && call.owner().asSymbol().equals(SYSTEM)
              && call.name().equalsString("getenv")) {
            builder.invokestatic(
                OURS, "getenv", MethodTypeDesc.ofDescriptor(call.type().stringValue()));
          } else {
            builder.with(element);
          }
        };
    return classFile.transformClass(
        classFile.parse(bytes), ClassTransform.transformingMethodBodies(calls));
  }

  private static boolean contains(byte[] bytes, byte[] word) {
    for (int i = 0; i <= bytes.length - word.length; i++) {
      int n = 0;
      while (n < word.length && bytes[i + n] == word[n]) {
        n++;
      }
      if (n == word.length) {
        return true;
      }
    }
    return false;
  }

  private static URL[] classPath(Path unpacked) {
    try (var jars = Files.list(unpacked.resolve("lib"))) {
      var urls = new ArrayList<URL>();
      urls.add(unpacked.toUri().toURL());
      for (var jar : jars.sorted().toList()) {
        urls.add(jar.toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
