package dev.xiaoer.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.xiaoer.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/// How HTTP says no (RFC 9457).
///
/// @param code the same codes as on the sockets
/// @param detail words for people, in the language asked for
/// @param instance the path that was asked
/// @param field what is wrong with the request, where that is known
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(int status, Refusal code, String detail, String instance, @Nullable String field) {

  public static final String MEDIA_TYPE = "application/problem+json";
}
