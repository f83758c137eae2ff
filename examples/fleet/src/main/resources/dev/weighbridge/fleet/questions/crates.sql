-- which crates and modules cost most over all files
-- needs crate
SELECT crate, COUNT(DISTINCT file) AS files, CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM weights
WHERE crate NOT LIKE '[%'
GROUP BY crate
ORDER BY bytes DESC, crate
