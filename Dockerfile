# syntax=docker/dockerfile:1
# The desk as an image. It holds no account, no password and no key; see docs/operations.md for the first start.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
# The checks have their place in `./mvnw verify`; here is only built.
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -pl server -am -DskipTests -Dspotless.check.skip=true package \
    && mv server/target/server-*.jar desk.jar

FROM eclipse-temurin:25-jre-noble
# redis-server is for a desk without a Redis beside it; the newer of this one and the one in the jar is taken.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends curl redis-server \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /srv/desk --shell /usr/sbin/nologin desk \
    && install --directory --owner=desk --group=desk --mode=0700 \
       /srv/desk /srv/desk/data /srv/desk/data/redis /srv/desk/data/attachments
WORKDIR /srv/desk
COPY --from=build /build/desk.jar desk.jar
USER desk
VOLUME /srv/desk/data
EXPOSE 8080
# Actuator listens on the container's loopback only, so the question is asked from inside.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
  CMD curl --fail --silent --show-error --output /dev/null http://127.0.0.1:8081/actuator/health/readiness
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseCompactObjectHeaders", "-jar", "desk.jar"]
