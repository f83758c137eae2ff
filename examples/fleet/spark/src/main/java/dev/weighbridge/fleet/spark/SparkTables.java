package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.QueryAnswer;
import dev.weighbridge.fleet.QueryAnswer.CellType;
import dev.weighbridge.fleet.QueryAnswer.Heading;
import dev.weighbridge.fleet.Question;
import dev.weighbridge.fleet.StoreColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables of a store in Spark SQL, with the names that they have in DuckDB. */
record SparkTables(SparkSession spark, HadoopStore store) {
  /** What contents weigh. */
  Dataset<Row> contents() throws IOException {
    return table("contents", StoreColumns.contents());
  }

  private Dataset<Row> table(String name, String columns) throws IOException {
    if (!store.hasFiles(name)) {
      return spark.createDataFrame(List.of(), StructType.fromDDL(columns));
    }
    return spark
        .read()
        .schema(columns)
        .option("recursiveFileLookup", true)
        .option("pathGlobFilter", "*.parquet")
        .parquet(store.table(name).toString());
  }

  /** Makes the tables known; gives the names of snapshots. */
  Set<String> open() throws IOException {
    contents().createOrReplaceTempView("contents");
    table("bodies", StoreColumns.BODIES).createOrReplaceTempView("bodies");
    table("snapshots", StoreColumns.SNAPSHOTS).createOrReplaceTempView("snapshots");
    Set<String> names = new TreeSet<>();
    spark
        .sql("SELECT DISTINCT snapshot FROM snapshots")
        .collectAsList()
        .forEach(row -> names.add(row.getString(0)));
    return names;
  }

  /** Chooses the snapshot that questions are about. */
  void choose(String snapshot) {
    StoreColumns.views(snapshot).forEach(spark::sql);
  }

  /** Answers a ready question; a limit of 0 gives all rows. */
  QueryAnswer ask(Question question, Map<String, String> values, int limit) {
    return answer(question.title(), spark.sql(question.sql(), new HashMap<>(values)), limit);
  }

  /** Answers SQL; a limit of 0 gives all rows. */
  QueryAnswer ask(String sql, int limit) {
    return answer("SQL", spark.sql(sql), limit);
  }

  private static QueryAnswer answer(String title, Dataset<Row> rows, int limit) {
    List<Heading> headings = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      headings.add(new Heading(field.name(), type(field.dataType())));
    }
    List<Row> found = limit > 0 ? rows.takeAsList(limit + 1) : rows.collectAsList();
    boolean isCut = limit > 0 && found.size() > limit;
    List<List<Optional<Object>>> all = new ArrayList<>();
    for (Row row : isCut ? found.subList(0, limit) : found) {
      List<Optional<Object>> cells = new ArrayList<>();
      for (int i = 0; i < headings.size(); i++) {
        cells.add(Optional.ofNullable(row.get(i)));
      }
      all.add(List.copyOf(cells));
    }
    return new QueryAnswer(title, headings, all, isCut);
  }

  private static CellType type(DataType type) {
    if (type.equals(DataTypes.LongType)
        || type.equals(DataTypes.IntegerType)
        || type.equals(DataTypes.ShortType)
        || type.equals(DataTypes.ByteType)) {
      return CellType.NUMBER;
    }
    boolean isDecimal =
        type.equals(DataTypes.DoubleType)
            || type.equals(DataTypes.FloatType)
            || type instanceof DecimalType;
    return isDecimal ? CellType.DECIMAL : CellType.TEXT;
  }
}
