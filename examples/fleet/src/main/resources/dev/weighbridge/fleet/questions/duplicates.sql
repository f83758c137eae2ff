-- which functions and data are in several contents, and what one of each would save
WITH own AS (
  SELECT DISTINCT hash FROM files WHERE hash IS NOT NULL
), shared AS (
  SELECT what, body, b.fileSize AS bytes, COUNT(DISTINCT b.hash) AS contents,
    COUNT(*) AS copies, MIN(name) AS name
  FROM bodies b JOIN own ON own.hash = b.hash
  GROUP BY what, body, b.fileSize
)
SELECT name, what, contents, copies, bytes, (copies - 1) * bytes AS saving
FROM shared
WHERE contents > 1
ORDER BY saving DESC, name, what, body
