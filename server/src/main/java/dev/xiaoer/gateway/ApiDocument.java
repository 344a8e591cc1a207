package dev.xiaoer.gateway;

import dev.xiaoer.http.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The document of the API: what every operation has in common is written here once.
@Configuration(proxyBeanMethods = false)
class ApiDocument {

  private static final Map<String, String> REFUSALS = Map.of(
      "400",
      "MALFORMED, UNKNOWN_FIELD, INVALID and the like: the request has to be changed",
      "401",
      "UNAUTHENTICATED, CREDENTIALS_WRONG, IDENTITY_REFUSED",
      "403",
      "FORBIDDEN, or CSRF: the header X-XSRF-TOKEN has to repeat the cookie XSRF-TOKEN",
      "404",
      "NOT_FOUND: there is no such thing, or it is none of the asker's business",
      "429",
      "TOO_MANY: Retry-After says in how many seconds it is worth asking again",
      "503",
      "STORE_UNAVAILABLE, STORE_NOT_DURABLE: the same request may be sent again");

  @Bean
  OpenAPI desk() {
    return new OpenAPI().info(
        new Info().title("小二台 · Xiaoer Desk")
            .version("v1")
            .description(
                """
                    Everything but live talk, which goes over the sockets `/ws/buyer` and `/ws/staff`. Staff is known by the \
                    session's cookie, buyers by `Authorization: Bearer <token>`. A "no" is `application/problem+json` with \
                    one of the codes the sockets use too.""")
            .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
  }

  @Bean
  OpenApiCustomizer refusals() {
    return document -> {
      ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
      document.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDocument::addRefusals));
    };
  }

  private static void addRefusals(Operation operation) {
    var schema = new Schema<>().$ref("#/components/schemas/" + Problem.class.getSimpleName());
    var content = new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(schema));
    REFUSALS.forEach(
        (status, meaning) -> operation.getResponses()
            .addApiResponse(status, new ApiResponse().description(meaning).content(content)));
  }
}
