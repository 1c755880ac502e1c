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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Loads the classes of one function from its unpacked zip: its own at the root, its libraries in
/// `lib/`. The function sees no class of the local stack. Calls of `System.getenv` are redirected
/// to [FunctionEnvironment], so that each function has an environment of its own, and calls of
/// `InstantSource.system` to the clock of the newspaper.
final class FunctionLoader extends URLClassLoader {
  private static final List<StandIn> STAND_INS =
      List.of(
          new StandIn("java.lang.System", "getenv", FunctionEnvironment.class),
          new StandIn("java.time.InstantSource", "system", FunctionClock.class));

  /// The classes of the local stack of which each function has a copy.
  private static final List<Class<?>> OWN =
      List.of(FunctionEnvironment.class, FunctionClock.class, CallRecorder.class);

  /// Where the AWS SDK looks for interceptors of all its clients.
  private static final String GLOBAL_INTERCEPTORS =
      "software/amazon/awssdk/global/handlers/execution.interceptors";

  private volatile boolean recording;

  /// A class that is called instead of a method of the JDK.
  private record StandIn(String owner, String method, Class<?> instead) {
    boolean calledBy(InvokeInstruction call) {
      return call.owner().asSymbol().equals(ClassDesc.of(owner))
          && call.name().equalsString(method);
    }

    boolean namedIn(byte[] classFile) {
      return contains(classFile, owner.replace('.', '/').getBytes(StandardCharsets.US_ASCII))
          && contains(classFile, method.getBytes(StandardCharsets.US_ASCII));
    }
  }

  FunctionLoader(Path unpacked, Map<String, String> environment, InstantSource clock) {
    super(classPath(unpacked), ClassLoader.getPlatformClassLoader());
    set(FunctionEnvironment.class, Map.class, environment);
    set(FunctionClock.class, InstantSource.class, clock);
  }

  /// Passes each permission that a call of the function to AWS needs to `calls`.
  void record(Consumer<String> calls) {
    recording = true;
    set(CallRecorder.class, Consumer.class, calls);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    if (recording && name.equals(GLOBAL_INTERCEPTORS)) {
      return Collections.enumeration(
          List.of(
              Objects.requireNonNull(FunctionLoader.class.getResource("execution.interceptors"))));
    }
    return super.findResources(name);
  }

  private void set(Class<?> standIn, Class<?> type, Object value) {
    try {
      loadClass(standIn.getName()).getMethod("set", type).invoke(null, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no " + standIn.getSimpleName() + " for a function", e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var own = OWN.stream().filter(c -> c.getName().equals(name)).findFirst();
    try (var stream =
        own.isPresent()
            ? FunctionLoader.class.getResourceAsStream(own.get().getSimpleName() + ".class")
            : getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (stream == null) {
        throw new ClassNotFoundException(name);
      }
      var bytes = stream.readAllBytes();
      if (own.isPresent()) {
        return defineClass(name, bytes, 0, bytes.length);
      }
      if (STAND_INS.stream().anyMatch(s -> s.namedIn(bytes))) {
        var ready = redirected(bytes);
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
          var standIn =
              element instanceof InvokeInstruction call
                  ? STAND_INS.stream().filter(s -> s.calledBy(call)).findFirst()
                  : Optional.<StandIn>empty();
          if (element instanceof InvokeInstruction call && standIn.isPresent()) {
            builder.invokestatic(
                ClassDesc.of(standIn.get().instead().getName()),
                call.name().stringValue(),
                MethodTypeDesc.ofDescriptor(call.type().stringValue()));
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
