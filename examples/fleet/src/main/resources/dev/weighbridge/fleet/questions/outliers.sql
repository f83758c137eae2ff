-- which files have at least twice the usual share of a kind of bytes, and 4,096 bytes more than usual
-- needs kind
WITH part AS (
  SELECT file, kind, CAST(SUM(fileSize) AS BIGINT) AS bytes FROM weights
  WHERE kind IS NOT NULL GROUP BY file, kind
), whole AS (
  SELECT file, CAST(SUM(bytes) AS BIGINT) AS bytes FROM part GROUP BY file
), usual AS (
  SELECT kind, CAST(SUM(bytes) AS BIGINT) AS bytes FROM part GROUP BY kind
), everything AS (
  SELECT CAST(SUM(bytes) AS BIGINT) AS bytes FROM part
), compared AS (
  SELECT p.file AS file, p.kind AS kind, p.bytes AS bytes,
    CAST(w.bytes AS DOUBLE) * u.bytes / e.bytes AS expected
  FROM part p JOIN whole w ON w.file = p.file JOIN usual u ON u.kind = p.kind CROSS JOIN everything e
)
SELECT file, kind, bytes, CAST(FLOOR(expected) AS BIGINT) AS usual,
  bytes - CAST(FLOOR(expected) AS BIGINT) AS excess
FROM compared
WHERE bytes >= 2 * expected AND bytes - expected >= 4096
ORDER BY excess DESC, file, kind
