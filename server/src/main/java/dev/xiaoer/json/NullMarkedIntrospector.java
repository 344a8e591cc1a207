package dev.xiaoer.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// A component of our records that is not `@Nullable` must be there and must not be null.
final class NullMarkedIntrospector extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return isNeeded(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    return isNeeded(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : super.findSetterInfo(config, annotated);
  }

  private static boolean isNeeded(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter component) || !component.getDeclaringClass().isRecord()) {
      return false;
    }
    Executable constructor = (Executable) component.getOwner().getAnnotated();
    Parameter parameter = constructor.getParameters()[component.getIndex()];
    return !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
