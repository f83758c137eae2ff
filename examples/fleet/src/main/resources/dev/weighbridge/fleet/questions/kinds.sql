-- what all files are made of
-- needs kind
SELECT kind, COUNT(DISTINCT file) AS files, CAST(SUM(fileSize) AS BIGINT) AS bytes,
  CAST(SUM(memorySize) AS BIGINT) AS memory
FROM weights
WHERE kind IS NOT NULL
GROUP BY kind
ORDER BY bytes DESC, kind
