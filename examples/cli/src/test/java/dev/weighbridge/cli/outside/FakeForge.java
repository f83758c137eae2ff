package dev.weighbridge.cli.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a forge on the loopback, as far as GitHub (issue comments) and GitLab (notes)
 * have them: listed, posted and edited by who has the token.
 */
final class FakeForge implements AutoCloseable {
  private static final Pattern BODY = Pattern.compile("\"body\"\\s*:\\s*(\".*\")", Pattern.DOTALL);

  /** A comment: whose it is, and its text as JSON. */
  record Comment(String author, String body) {}

  private final HttpServer server;
  private final String header;
  private final String value;
  private final String author;
  private final Map<Integer, Comment> comments = new TreeMap<>();
  private final List<String> requests = new ArrayList<>();
  private int next = 101;

  /**
   * A forge without comments.
   *
   * @param header that has the token, with this value
   * @param author whose token it is
   */
  FakeForge(String header, String value, String author) throws IOException {
    this.header = header;
    this.value = value;
    this.author = author;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The comments by their numbers. */
  Map<Integer, Comment> comments() {
    return comments;
  }

  /** Methods and paths of what was asked. */
  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path);
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!value.equals(exchange.getRequestHeaders().getFirst(header))) {
      send(exchange, 401, "{}");
    } else if (path.endsWith("/user")) {
      send(exchange, 200, "{\"username\":\"" + author + "\"}");
    } else if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, list());
    } else {
      Matcher body = BODY.matcher(sent);
      boolean isNew = exchange.getRequestMethod().equals("POST");
      int number = isNew ? next++ : Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
      if (body.find() && (isNew || comments.containsKey(number))) {
        comments.put(number, new Comment(author, body.group(1)));
        send(exchange, isNew ? 201 : 200, "{\"id\":" + number + "}");
      } else {
        send(exchange, 404, "{}");
      }
    }
  }

  private String list() {
    StringJoiner list = new StringJoiner(",", "[", "]");
    comments.forEach(
        (number, comment) -> {
          String who =
              "{\"login\":\"" + comment.author() + "\",\"username\":\"" + comment.author() + "\"}";
          String body = ",\"body\":" + comment.body() + "}";
          list.add("{\"id\":" + number + ",\"user\":" + who + ",\"author\":" + who + body);
        });
    return list.toString();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
