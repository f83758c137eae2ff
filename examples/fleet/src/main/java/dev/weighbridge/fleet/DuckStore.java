package dev.weighbridge.fleet;

import dev.weighbridge.fleet.QueryAnswer.CellType;
import dev.weighbridge.fleet.QueryAnswer.Heading;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB, in this process and with nothing of its own on disk, over the Parquet files of a store.
 */
final class DuckStore implements QueryArguments.Engine, AutoCloseable {
  /** What DuckDB may use beside the heap; it spills what is more. */
  private static final String MEMORY = "256MB";

  /** Values of a column up to which it has a list of them; names are more, all different. */
  private static final int DICTIONARY = 2_000;

  private final Store store;
  private final Connection connection;

  private DuckStore(Store store, Connection connection) {
    this.store = store;
    this.connection = connection;
  }

  /** One that knows no table yet. */
  static DuckStore connect(Store store) throws SQLException {
    DuckStore duck = new DuckStore(store, DriverManager.getConnection("jdbc:duckdb:"));
    duck.run("SET memory_limit = '" + MEMORY + "'");
    String folder =
        System.getProperty("java.io.tmpdir") + "/fleet-" + ProcessHandle.current().pid();
    duck.run("SET temp_directory = " + text(folder));
    return duck;
  }

  /** Another for another thread, which has the memory and the settings of this together with it. */
  DuckStore another() throws SQLException {
    return new DuckStore(store, connection.unwrap(DuckDBConnection.class).duplicate());
  }

  /** One that knows all tables. */
  static DuckStore open(Store store) throws IOException, SQLException {
    DuckStore duck = connect(store);
    duck.open();
    return duck;
  }

  @Override
  public Set<String> open() throws IOException, SQLException {
    table("contents", StoreColumns.contents());
    table("bodies", StoreColumns.BODIES);
    table("snapshots", StoreColumns.SNAPSHOTS);
    return texts("SELECT DISTINCT snapshot FROM snapshots");
  }

  /** A view of the files of a table, with columns that older ones do not have yet. */
  private void table(String name, String columns) throws IOException, SQLException {
    run("CREATE OR REPLACE TEMPORARY TABLE no_" + name + " (" + columns + ")");
    List<Path> files = store.files(name);
    String all = "SELECT * FROM no_" + name;
    if (!files.isEmpty()) {
      all +=
          " UNION ALL BY NAME SELECT * FROM read_parquet("
              + list(files)
              + ", union_by_name = true)";
    }
    run("CREATE OR REPLACE TEMPORARY VIEW " + name + " AS " + all);
  }

  private static String list(List<Path> files) {
    return files.stream()
        .map(file -> text(file.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The contents that the store has; asked of its files, no table need be open. */
  Set<String> hashes() throws IOException, SQLException {
    List<Path> files = store.files("contents");
    return files.isEmpty()
        ? Set.of()
        : texts("SELECT DISTINCT hash FROM read_parquet(" + list(files) + ")");
  }

  /** Why files of the chosen snapshot could not be weighed, by their names. */
  SortedMap<String, String> errors() throws SQLException {
    SortedMap<String, String> errors = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT file, error FROM files WHERE error IS NOT NULL")) {
      while (rows.next()) {
        errors.put(rows.getString(1), rows.getString(2));
      }
    }
    return errors;
  }

  private Set<String> texts(String sql) throws SQLException {
    Set<String> texts = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /**
   * Makes one Parquet file of the rows of a part and one of its bodies. The same contents give the
   * same bytes, whichever were weighed first: one thread takes them in the order of their hashes,
   * and the lines of each in theirs.
   */
  void compose(SpoolPart part, Path contents, Path bodies) throws IOException, SQLException {
    Path rows = lines("rows", contents);
    part.writeRows(rows);
    String from = read(rows, StoreColumns.rowLines());
    copy("SELECT " + StoreColumns.ofRowLines() + " FROM " + from, contents);
    Path many = lines("bodies", bodies);
    part.writeBodies(many);
    // Texts that come again in row after row are looked up once a line.
    type("content_of_line", part.hashes());
    type("what_of_line", List.of(StoreColumns.FUNCTION, StoreColumns.DATA));
    String again = "content::content_of_line AS hash, entry, what::what_of_line AS what, ";
    String each = "UNNEST(bodies) AS body, UNNEST(sizes) AS fileSize, UNNEST(names) AS name";
    String of = read(many, StoreColumns.BODY_LINES);
    copy("SELECT " + again + each + " FROM " + of, bodies);
  }

  /** Where lines of a part are put together, of a name that no other part has. */
  private Path lines(String what, Path table) {
    return store.spool().folder().resolve(what + "-" + table.getFileName());
  }

  /** A type of so many texts, each of which DuckDB keeps as a number. */
  private void type(String name, Collection<String> values) throws SQLException {
    String all = values.stream().map(DuckStore::text).collect(Collectors.joining(", "));
    run("CREATE OR REPLACE TEMPORARY TYPE " + name + " AS ENUM (" + all + ")");
  }

  /** The columns of the lines in a file. */
  private static String read(Path file, String columns) {
    String declared =
        columns.replaceAll("ARRAY<(\\w+)>", "$1[]").replaceAll("(\\w+) (\\w+(\\[])?)", "$1: '$2'");
    return "read_json("
        + text(file.toString())
        + ", format = 'newline_delimited', columns = {"
        + declared
        + "})";
  }

  /** Writes rows in their order and always the same way, which takes one thread of DuckDB's. */
  private void copy(String select, Path target) throws SQLException {
    run("SET threads = 1");
    String format =
        " (FORMAT parquet, WRITE_BLOOM_FILTER false, DICTIONARY_SIZE_LIMIT " + DICTIONARY + ")";
    run("COPY (" + select + ") TO " + text(target.toString()) + format);
  }

  /** Writes which files a snapshot has. */
  void snapshot(String name, List<Outcome> outcomes, Path target) throws SQLException {
    run("CREATE OR REPLACE TEMPORARY TABLE outcomes (" + StoreColumns.SNAPSHOTS + ")");
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "outcomes")) {
      for (Outcome outcome : outcomes) {
        appender.beginRow().append(name).append(outcome.name());
        append(appender, outcome.hash());
        appender.append(outcome.size());
        append(appender, outcome.error());
        appender.endRow();
      }
    }
    copy("SELECT * FROM outcomes ORDER BY file", target);
  }

  private static void append(DuckDBAppender appender, String text) throws SQLException {
    if (text.isEmpty()) {
      appender.appendNull();
    } else {
      appender.append(text);
    }
  }

  @Override
  public void choose(String snapshot) throws SQLException {
    for (String view : StoreColumns.views(snapshot)) {
      run(view);
    }
  }

  @Override
  public QueryAnswer ask(Question question, Map<String, String> values, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question.withMarks())) {
      int index = 0;
      for (String place : question.places()) {
        index++;
        statement.setString(index, values.get(place));
      }
      return answer(question.title(), statement.executeQuery(), limit);
    }
  }

  /** Answers SQL; statements that give no rows give an answer without columns. */
  @Override
  public QueryAnswer ask(String sql, int limit) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return new QueryAnswer("SQL", List.of(), List.of(), false);
      }
      return answer("SQL", statement.getResultSet(), limit);
    }
  }

  private static QueryAnswer answer(String title, ResultSet rows, int limit) throws SQLException {
    ResultSetMetaData data = rows.getMetaData();
    List<Heading> headings = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      headings.add(new Heading(data.getColumnLabel(i), type(data.getColumnType(i))));
    }
    List<List<Optional<Object>>> all = new ArrayList<>();
    boolean isCut = false;
    while (!isCut && rows.next()) {
      isCut = limit > 0 && all.size() == limit;
      if (!isCut) {
        all.add(row(rows, headings));
      }
    }
    return new QueryAnswer(title, headings, all, isCut);
  }

  private static CellType type(int type) {
    return switch (type) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> CellType.NUMBER;
      case Types.FLOAT, Types.REAL, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC -> CellType.DECIMAL;
      default -> CellType.TEXT;
    };
  }

  private static List<Optional<Object>> row(ResultSet rows, List<Heading> headings)
      throws SQLException {
    List<Optional<Object>> row = new ArrayList<>();
    for (int i = 1; i <= headings.size(); i++) {
      row.add(Optional.ofNullable(rows.getObject(i)));
    }
    return List.copyOf(row);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
