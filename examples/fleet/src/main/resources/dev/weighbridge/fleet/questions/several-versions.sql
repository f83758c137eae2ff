-- which crates and modules are in use in several versions
-- needs crate, version
SELECT crate, COUNT(DISTINCT version) AS versions, MIN(version) AS first, MAX(version) AS last,
  COUNT(DISTINCT file) AS files, CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM weights
WHERE version IS NOT NULL
GROUP BY crate
HAVING COUNT(DISTINCT version) > 1
ORDER BY versions DESC, bytes DESC, crate
