package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The types of the wire, found by reflection from the sealed hierarchies on.
final class WireTypes {

  /// Where everything begins: what the two doors read, and what the server sends.
  static final List<Class<?>> ROOTS = List.of(ByBuyer.class, ByAgent.class, Frame.class);

  /// A component of a record as it crosses the wire.
  record Field(String name, Shape shape, boolean nullable) {}

  /// What a value looks like in JSON.
  sealed interface Shape {
    record Text() implements Shape {}

    record Number() implements Shape {}

    record Flag() implements Shape {}

    record Listed(Shape of) implements Shape {}

    /// A type with a name of its own: a record, an enum, a union, or a text of a certain form.
    record Named(Class<?> type) implements Shape {}
  }

  private final Set<Class<?>> found = new LinkedHashSet<>();

  WireTypes() {
    ROOTS.forEach(this::find);
  }

  /// Texts of a certain form: their Java type has a `@JsonValue`.
  List<Class<?>> texts() {
    return found.stream().filter(WireTypes::isText).toList();
  }

  List<Class<?>> enums() {
    return found.stream().filter(Class::isEnum).toList();
  }

  /// Records without a type tag: they stand inside others.
  List<Class<?>> values() {
    return found.stream().filter(type -> type.isRecord() && !isText(type) && tag(type) == null).toList();
  }

  /// Sealed interfaces whose members are told apart by `type`.
  List<Class<?>> unions() {
    return found.stream().filter(type -> type.isInterface() && !isText(type)).toList();
  }

  /// The tagged records of a union, in the order the compiler wrote them down.
  static List<Class<?>> members(Class<?> union) {
    return leaves(union).distinct().toList();
  }

  private static Stream<Class<?>> leaves(Class<?> union) {
    return union.isRecord()
        ? Stream.of(union)
        : Arrays.stream(union.getPermittedSubclasses()).flatMap(WireTypes::leaves);
  }

  /// The unions a union is made of, or nothing when it is made of records.
  static List<Class<?>> parts(Class<?> union) {
    return Arrays.stream(union.getPermittedSubclasses())
        .filter(part -> part.isInterface() && part.getDeclaringClass() == null)
        .toList();
  }

  static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(WireTypes::field).toList();
  }

  static @Nullable String tag(Class<?> type) {
    JsonTypeName name = type.getAnnotation(JsonTypeName.class);
    return name == null ? null : name.value();
  }

  static String tagOf(Class<?> type) {
    return Objects.requireNonNull(tag(type), () -> type + " has no @JsonTypeName");
  }

  static boolean isText(Class<?> type) {
    return !type.isEnum()
        && Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredFields()))
            .anyMatch(member -> member.isAnnotationPresent(JsonValue.class));
  }

  /// A record that stands in a sealed hierarchy is called after both, for two doors know a `Post`.
  static String nameOf(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return tag(type) == null || outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
  }

  private static Field field(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    return new Field(component.getName(), shape(component.getGenericType()), type.isAnnotationPresent(Nullable.class));
  }

  private static Shape shape(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new Shape.Listed(shape(list.getActualTypeArguments()[0]));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException(type + " does not cross the wire");
    }
    if (plain == String.class) {
      return new Shape.Text();
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return new Shape.Flag();
    }
    if (plain.isPrimitive() || java.lang.Number.class.isAssignableFrom(plain)) {
      return new Shape.Number();
    }
    return new Shape.Named(plain);
  }

  private void find(Class<?> type) {
    if (!found.add(type) || type.isEnum() || isText(type)) {
      return;
    }
    var next = new ArrayList<Class<?>>();
    if (type.isInterface()) {
      parts(type).forEach(next::add);
      members(type).forEach(next::add);
    } else {
      fields(type).forEach(field -> named(field.shape()).forEach(next::add));
    }
    next.forEach(this::find);
  }

  private static Stream<Class<?>> named(Shape shape) {
    return switch (shape) {
      case Shape.Named(var type) -> Stream.of(type);
      case Shape.Listed(var of) -> named(of);
      case Shape.Text(), Shape.Number(), Shape.Flag() -> Stream.empty();
    };
  }
}
