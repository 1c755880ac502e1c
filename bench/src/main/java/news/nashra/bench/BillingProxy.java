package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import news.nashra.core.http.Json;

/// A proxy in front of DynamoDB that asks for the consumed capacity of each call and records it.
final class BillingProxy implements AutoCloseable {
  private static final String ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";

  private final Map<String, String> environment;
  private final URI dynamoDb;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /// @param units of read or write capacity, for the table and its indexes
  record Call(String name, double units) {}

  BillingProxy(Map<String, String> environment) throws IOException {
    this.environment = environment;
    this.dynamoDb = URI.create(environment.getOrDefault(ENDPOINT, ""));
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::forward);
    server.start();
  }

  /// The environment for a function that is to use this proxy.
  Map<String, String> environment() {
    var through = new HashMap<>(environment);
    through.put(ENDPOINT, "http://127.0.0.1:" + server.getAddress().getPort());
    return through;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  void clear() {
    calls.clear();
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = (ObjectNode) Json.read(exchange.getRequestBody());
      var request =
          HttpRequest.newBuilder(dynamoDb)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      body.put("ReturnConsumedCapacity", "TOTAL").toString()));
      for (var name : List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")) {
        request.header(name, exchange.getRequestHeaders().getFirst(name));
      }
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      var name = exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceAll(".*\\.", "");
      var bill =
          Json.read(new String(answer.body(), StandardCharsets.UTF_8)).path("ConsumedCapacity");
      calls.add(new Call(name, units(bill)));
      answer
          .headers()
          .firstValue("x-amz-crc32")
          .ifPresent(sum -> exchange.getResponseHeaders().set("x-amz-crc32", sum));
      exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double units(JsonNode bill) {
    double units = 0;
    for (var table : bill.isArray() ? bill : List.of(bill)) {
      units += table.path("CapacityUnits").asDouble();
    }
    return units;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
