-- which sections cost most over all files
-- needs section
SELECT section, COUNT(DISTINCT file) AS files, CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM weights
WHERE section IS NOT NULL
GROUP BY section
ORDER BY bytes DESC, section
