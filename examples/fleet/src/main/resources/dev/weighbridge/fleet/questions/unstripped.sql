-- which binaries have tables of symbols or debug information in them
-- needs kind
SELECT file, entry,
  CAST(SUM(CASE WHEN kind = 'names' THEN fileSize ELSE 0 END) AS BIGINT) AS names,
  CAST(SUM(CASE WHEN kind = 'debug' THEN fileSize ELSE 0 END) AS BIGINT) AS debug,
  CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM weights
WHERE kind IN ('names', 'debug') AND fileSize > 0
GROUP BY file, entry
ORDER BY bytes DESC, file, entry NULLS FIRST
