package news.nashra.local.stack.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Loads classes that see another environment and another clock than the machine's: calls of
/// `System.getenv` are redirected to [FunctionEnvironment], calls of `InstantSource.system` to
/// [FunctionClock]. Each loader has a copy of both.
class RedirectingLoader extends URLClassLoader {
  private static final List<StandIn> STAND_INS =
      List.of(
          new StandIn("java.lang.System", "getenv", FunctionEnvironment.class),
          new StandIn("java.time.InstantSource", "system", FunctionClock.class));

  /// A class that is called instead of a method of the JDK.
  private record StandIn(String owner, String method, Class<?> instead) {
    boolean calledBy(InvokeInstruction call) {
      return call.owner().asSymbol().equals(ClassDesc.of(owner))
          && call.name().equalsString(method);
    }

    /// @param classFile its bytes as characters
    boolean namedIn(String classFile) {
      return classFile.contains(owner.replace('.', '/')) && classFile.contains(method);
    }
  }

  /// The classes of the local stack of which there is a copy here.
  private final List<Class<?>> own;

  RedirectingLoader(
      List<URL> classPath,
      ClassLoader parent,
      List<Class<?>> own,
      Supplier<Map<String, String>> environment,
      InstantSource clock) {
    super(classPath.toArray(URL[]::new), parent);
    this.own = own;
    set(FunctionEnvironment.class, Supplier.class, environment);
    set(FunctionClock.class, InstantSource.class, clock);
  }

  /// Hands a value to the copy of a class of the local stack.
  final void set(Class<?> standIn, Class<?> type, Object value) {
    try {
      loadClass(standIn.getName()).getMethod("set", type).invoke(null, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no " + standIn.getSimpleName() + " for a function", e);
    }
  }

  /// Here first for the classes of the local stack: the parent may have a copy for itself.
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (own.stream().noneMatch(c -> c.getName().equals(name))) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      return loaded == null ? copy(name) : loaded;
    }
  }

  private Class<?> copy(String name) throws ClassNotFoundException {
    var file = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (var stream = RedirectingLoader.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new ClassNotFoundException(name);
      }
      var bytes = stream.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var file = findResource(name.replace('.', '/') + ".class");
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    try (var stream = file.openStream()) {
      var bytes = stream.readAllBytes();
      var text = new String(bytes, StandardCharsets.ISO_8859_1);
      boolean calls = STAND_INS.stream().anyMatch(s -> s.namedIn(text));
      var ready = calls ? redirected(bytes) : bytes;
      return defineClass(name, ready, 0, ready.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
