package dev.xiaoer.json;

import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// The one way JSON is read and written here. What Jackson forgives by default is refused: unknown and repeated fields,
/// missing and null ones, numbers as texts, fractions as whole numbers, deep nesting.
public final class StrictJson {

  /// The longest document in bytes or characters (the largest frame).
  public static final int LONGEST_DOCUMENT = 64 * 1024;

  private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
      .maxNestingDepth(16)
      .maxStringLength(LONGEST_DOCUMENT)
      .maxNumberLength(20)
      .maxNameLength(64)
      .maxDocumentLength(LONGEST_DOCUMENT)
      .maxTokenCount(2_100) // the longest list, of 2,000 phrases, and what is around it
      .build();

  private final JsonMapper mapper;

  public StrictJson() {
    this.mapper = strict(JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())).build();
  }

  /// Makes any mapper as strict as this one.
  public static JsonMapper.Builder strict(JsonMapper.Builder builder) {
    return builder
        .annotationIntrospector(new NullMarkedIntrospector())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(LogicalType.Textual, text -> text
            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }

  /// For frameworks that want to read and write by themselves.
  public JsonMapper mapper() {
    return mapper;
  }

  /// What came of reading.
  public sealed interface Decoded<T> {
    record Good<T>(T value) implements Decoded<T> {}

    /// @param field the path of the field that is wrong; empty when the document is
    record Bad<T>(Refusal code, String field) implements Decoded<T> {}
  }

  public <T> Decoded<T> read(Class<T> type, String text) {
    if (Surrogates.hasHalf(text)) {
      return new Decoded.Bad<>(Refusal.BAD_TEXT, "");
    }
    try {
      T value = mapper.readValue(text, type);
      return value == null ? new Decoded.Bad<>(Refusal.MALFORMED, "") : new Decoded.Good<>(value);
    } catch (JacksonException e) {
      return refusal(e);
    }
  }

  /// The ref of a document that could not be read, as far as it can be told, so that its sender hears which of the
  /// commands was refused.
  public @Nullable Ref refOf(String text) {
    Ref ref = null;
    try (JsonParser parser = mapper.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (ref == null && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isRef = parser.currentName().equals("ref");
        JsonToken value = parser.nextToken();
        if (isRef && value == JsonToken.VALUE_STRING) {
          ref = new Ref(parser.getString());
        }
        parser.skipChildren();
      }
      return ref;
    } catch (JacksonException | IllegalArgumentException e) {
      return null; // it is told apart as little as the rest of it
    }
  }

  public String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  /// Writes a value that has [Around#OPEN] for a number that only a script knows.
  public Around writeAround(Object value) {
    return Around.mark(write(value));
  }

  /// What an exception of the mapper says about the document.
  public static <T> Decoded.Bad<T> refusal(JacksonException e) {
    return new Decoded.Bad<>(code(e), field(e));
  }

  private static Refusal code(JacksonException e) {
    return switch (e) {
      case InvalidTypeIdException unknown -> Refusal.UNKNOWN_TYPE;
      case PropertyBindingException unknown -> Refusal.UNKNOWN_FIELD;
      case ValueInstantiationException invalid -> Refusal.INVALID;
      case DatabindException mismatch -> Refusal.INVALID;
      default -> Refusal.MALFORMED;
    };
  }

  private static String field(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
