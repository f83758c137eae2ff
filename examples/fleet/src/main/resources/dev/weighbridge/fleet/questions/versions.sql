-- which versions of crates and modules are in use
-- needs crate, version
SELECT crate, version, COUNT(DISTINCT file) AS files, CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM weights
WHERE version IS NOT NULL
GROUP BY crate, version
ORDER BY crate, version
