-- which formats and machines there are
SELECT format, machine, COUNT(DISTINCT file) AS files, CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM weights
WHERE format IS NOT NULL
GROUP BY format, machine
ORDER BY bytes DESC, format, machine NULLS FIRST
