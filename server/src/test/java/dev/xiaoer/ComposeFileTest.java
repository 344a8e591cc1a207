package dev.xiaoer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Holds what can be told of docker-compose.yml, the Dockerfile and the load balancer's file without a Docker engine.
class ComposeFileTest {

  private static final Path PROJECT = Settings.project();
  private static final Set<String> SERVERS = Set.of("server-a", "server-b");
  private static final Pattern SECRET = Pattern.compile("(?i)pass(word|wd)?|secret|token|key\\b|credential");

  private Map<String, Map<String, Object>> services = Map.of();
  private Map<String, Object> file = Map.of();
  private String nginx = "";

  @BeforeEach
  void read() throws IOException {
    file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text("docker-compose.yml"));
    services = cast(file.get("services"));
    nginx = text("deploy/nginx.conf");
  }

  @Test
  void aDeskIsARedisTwoServersAndALoadBalancer() {
    assertThat(services).containsOnlyKeys("redis", "server-a", "server-b", "proxy");
    assertThat(cast(services.get("proxy").get("depends_on"))).containsOnlyKeys("server-a", "server-b");
  }

  @Test
  void everyServiceIsAskedHowItIs() {
    services.forEach((name, service) -> assertThat(cast(service.get("healthcheck"))).as(name)
        .containsKeys("test", "interval", "timeout", "retries"));
  }

  @Test
  void redisPromisesWhatTheServersDemand() {
    assertThat(list(services.get("redis").get("command")))
        .containsSubsequence("--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction");
    assertThat(list(services.get("redis").get("volumes"))).containsExactly("redis:/data");
    assertThat(cast(file.get("volumes"))).containsKeys("redis", "attachments");
  }

  @Test
  void onlyTheServersReachRedis() {
    Map<String, Object> networks = cast(file.get("networks"));
    assertThat(cast(networks.get("store"))).containsEntry("internal", true);
    assertThat(list(services.get("redis").get("networks"))).containsExactly("store");
    assertThat(services.get("redis")).doesNotContainKey("ports");
    assertThat(cast(services.get("proxy").get("networks"))).containsOnlyKeys("front");
    SERVERS.forEach(server -> assertThat(cast(services.get(server).get("networks"))).containsKeys("front", "store"));
  }

  @Test
  void theServersShareTheFilesAndAreReachedThroughTheLoadBalancerOnly() throws IOException {
    for (String server : SERVERS) {
      String folder = cast(services.get(server).get("environment")).get("DESK_ATTACHMENTS_FOLDER").toString();
      assertThat(list(services.get(server).get("volumes"))).containsExactly("attachments:" + folder);
      assertThat(text("Dockerfile")).as("a folder that the desk's user owns").contains(folder);
      assertThat(services.get(server)).doesNotContainKey("ports");
    }
  }

  @Test
  void everyNameInTheEnvironmentIsASetting() throws IOException {
    Set<String> known = Settings.inTheEnvironment();
    assertThat(known).contains("DESK_SOCKET_PERBUYER").doesNotContain("DESK_SOCKET_PER_SELLER");
    for (String server : SERVERS) {
      assertThat(known).containsAll(cast(services.get(server).get("environment")).keySet());
    }
  }

  @Test
  void theLoadBalancerIsTheOnlyOneBelieved() {
    Map<String, Object> proxy = cast(cast(services.get("proxy").get("networks")).get("front"));
    SERVERS.forEach(server -> assertThat(cast(services.get(server).get("environment")))
        .containsEntry("DESK_PROXIES", proxy.get("ipv4_address") + "/32"));
  }

  @Test
  void everyImageHasAVersion() throws IOException {
    Stream<String> bases = text("Dockerfile").lines().filter(line -> line.startsWith("FROM ")).map(line -> line.split(
        " ")[1]);
    Stream<String> images = services.values().stream().map(service -> service.get("image").toString());
    assertThat(Stream.concat(bases, images).toList()).hasSizeGreaterThan(4)
        .allSatisfy(image -> assertThat(image).matches("[a-z-]+:.+").doesNotContain("latest"));
  }

  @Test
  void noFileHoldsASecret() throws IOException {
    for (Map<String, Object> service : services.values()) {
      if (service.get("environment") != null) {
        assertThat(cast(service.get("environment")).keySet()).noneMatch(name -> SECRET.matcher(name).find());
      }
    }
    assertThat(text("Dockerfile").lines().filter(line -> line.matches("(ENV|ARG) .*")))
        .noneMatch(line -> SECRET.matcher(line).find());
  }

  @Test
  void theImageRunsAsNobodySpecialOnJava25() throws IOException {
    String dockerfile = text("Dockerfile");
    assertThat(dockerfile).contains("FROM eclipse-temurin:25-jre").containsPattern("(?m)^USER desk$")
        .containsPattern("(?m)^HEALTHCHECK ");
    assertThat(dockerfile.indexOf("USER desk")).isLessThan(dockerfile.indexOf("ENTRYPOINT"));
  }

  @Test
  void socketsPassWithoutStickiness() {
    assertThat(nginx).contains("proxy_http_version 1.1;", "proxy_set_header Upgrade $http_upgrade;",
        "proxy_set_header Connection $connection_upgrade;");
    assertThat(nginx).doesNotContainPattern("(?m)^\\s*(ip_hash|hash|sticky)\\b");
    SERVERS.forEach(server -> assertThat(nginx).contains("server " + server + ":8080 "));
  }

  @Test
  void theLoadBalancerIsMorePatientThanTheServers() throws IOException {
    int heartbeat = Integer.parseInt(preset("desk.socket.heartbeat").replace("s", ""));
    assertThat(number("location /ws/ \\{[^}]*proxy_read_timeout (\\d+)s;")).isGreaterThan(3 * heartbeat);
    int file = Integer.parseInt(preset("desk.attachments.max-size").replace("MB", ""));
    assertThat(number("client_max_body_size (\\d+)m;")).isGreaterThan(file);
  }

  @Test
  void whatAClientSaysAboutItsAddressIsWrittenOver() {
    assertThat(nginx).contains("proxy_set_header X-Forwarded-For $remote_addr;",
        "proxy_set_header X-Forwarded-Proto $scheme;", "proxy_set_header X-Forwarded-Port $server_port;");
  }

  @Test
  void nginxTakesTheFile(@TempDir Path folder) throws Exception {
    Path program = Arrays.stream((System.getenv().getOrDefault("PATH", "") + ":/usr/sbin").split(":"))
        .map(directory -> Path.of(directory, "nginx")).filter(Files::isExecutable).findFirst().orElse(null);
    if (program == null) {
      System.getLogger("compose").log(System.Logger.Level.WARNING, "NGINX IS NOT HERE: deploy/nginx.conf goes untried");
    }
    assumeTrue(program != null, "nginx is not on the PATH");
    // The names are known inside the compose network only, and nginx is not root here.
    String here = nginx.replaceAll("server-[ab]:", "127.0.0.1:").replace("/tmp/nginx.pid", folder + "/nginx.pid")
        .replace("http {", "http { client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; "
            + "scgi_temp_path s;");
    assertThat(tryWith(program, folder, here)).as("nginx -t").isZero();
    assertThat(tryWith(program, folder, here.replace("least_conn;", "least_con;"))).as("a slip").isNotZero();
  }

  private static int tryWith(Path program, Path folder, String conf) throws Exception {
    Path file = Files.writeString(folder.resolve("nginx.conf"), conf);
    Process process = new ProcessBuilder(program.toString(), "-t", "-q", "-p", folder.toString(), "-c", file.toString())
        .inheritIO().start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private int number(String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(nginx);
    assertThat(found.find()).as(pattern).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static String preset(String name) throws IOException {
    return Settings.ofTheDesk().stream().filter(setting -> setting.name().equals(name)).findFirst().orElseThrow()
        .preset();
  }

  private static String text(String name) throws IOException {
    return Files.readString(PROJECT.resolve(name));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> Map<String, T> cast(Object map) {
    return (Map<String, T>) map;
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Object list) {
    return (List<String>) list;
  }
}
