-- which crates and other bytes grew between two snapshots, and by how much
-- needs crate
WITH before AS (
  SELECT crate, CAST(SUM(c.fileSize) AS BIGINT) AS bytes
  FROM snapshots s JOIN contents c ON c.hash = s.hash
  WHERE s.snapshot = :old AND crate IS NOT NULL
  GROUP BY crate
), after AS (
  SELECT crate, CAST(SUM(c.fileSize) AS BIGINT) AS bytes
  FROM snapshots s JOIN contents c ON c.hash = s.hash
  WHERE s.snapshot = :new AND crate IS NOT NULL
  GROUP BY crate
)
SELECT COALESCE(a.crate, b.crate) AS crate, b.bytes AS bytes_before, a.bytes AS bytes_after,
  COALESCE(a.bytes, 0) - COALESCE(b.bytes, 0) AS growth
FROM before b FULL OUTER JOIN after a ON a.crate = b.crate
WHERE COALESCE(a.bytes, -1) <> COALESCE(b.bytes, -1)
ORDER BY ABS(COALESCE(a.bytes, 0) - COALESCE(b.bytes, 0)) DESC, COALESCE(a.crate, b.crate)
