package org.example.weighing

import dev.weighbridge.BinaryModel
import dev.weighbridge.dimension.Dimension
import dev.weighbridge.dimension.Dimensions
import dev.weighbridge.dimension.Labels
import dev.weighbridge.formats.Kind
import dev.weighbridge.lint.FindingPlace
import dev.weighbridge.lint.Findings
import dev.weighbridge.lint.LintContext
import dev.weighbridge.lint.Linter
import dev.weighbridge.lint.Rule
import dev.weighbridge.lint.RuleInfo
import dev.weighbridge.lint.Saving
import dev.weighbridge.lint.Severity
import dev.weighbridge.query.Query
import dev.weighbridge.tree.SizeRow
import java.nio.file.Path
import kotlin.io.path.fileSize

/** A dimension of the tool's own: what is in memory at run time, and what only lies on disk. */
object Loaded : Dimension {
  override fun name() = "loaded"

  override fun labels(query: Query): Labels {
    val partition = query.attribution().partition()
    return object : Labels(2) {
      override fun of(span: Int) = if (partition.memorySize(span) > 0) 1 else 0

      override fun text(label: Int) = if (label == 1) "loaded" else "on disk only"
    }
  }
}

/** A rule that the tool hands to its linter itself. */
object LargeFunction : Rule {
  private val info: RuleInfo =
    RuleInfo.of("large-function", Severity.WARNING, "A function is large")
      .bytes("max", 256, "bytes of code a function may have")
      .build()

  override fun info() = info

  override fun check(context: LintContext, findings: Findings) {
    context.by(Dimensions.SYMBOL).rows()
      .filter { it.code > context.parameter("max") }
      .forEach {
        val place = FindingPlace.spread(it.label(), it.code)
        findings.add("${it.label()} has ${it.code} bytes of code", Saving.UNKNOWN, place)
      }
  }
}

val SizeRow.code: Long get() = fileSize(Kind.CODE)

/** The rows of a dimension, which must sum to the size that the file system tells. */
fun BinaryModel.rows(file: Path, dimension: Dimension): List<SizeRow> =
  by(dimension).rows().also { rows ->
    val sum = rows.sumOf { it.fileSize() }
    check(sum == file.fileSize()) { "$file by ${dimension.name()}: expected ${file.fileSize()}, found $sum" }
  }

fun weigh(file: Path, linter: Linter) =
  BinaryModel.open(file).use { model ->
    println("${file.fileName}: ${model.format()} ${model.machine()}, ${model.fileSize()} bytes")
    model.rows(file, Dimensions.SYMBOL)
      .filter { it.label().endsWith("tiny_main") }
      .forEach { println("  ${it.label()}: ${it.code} bytes of code") }
    model.rows(file, Dimensions.CRATE)
      .filter { it.label() == "tiny" }
      .forEach { println("  crate tiny: ${it.code} bytes of code") }
    model.rows(file, Loaded).forEach { println("  ${it.label()}: ${it.fileSize()} bytes") }
    linter.lint(model.attribution()).findings()
      .filter { it.rule() == LargeFunction.info() }
      .forEach { println("  ${it.rule().id()}: ${it.message()}") }
  }

/** Weighs and lints the files named, with a dimension and a rule of the tool's own. */
fun main(files: Array<String>) {
  val linter = Linter.installed().and(listOf(LargeFunction))
  files.forEach { weigh(Path.of(it), linter) }
}
