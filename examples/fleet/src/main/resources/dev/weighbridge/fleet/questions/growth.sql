-- which files changed between two snapshots, and by how much
WITH before AS (
  SELECT file, hash, fileSize FROM snapshots WHERE snapshot = :old
), after AS (
  SELECT file, hash, fileSize FROM snapshots WHERE snapshot = :new
)
SELECT COALESCE(a.file, b.file) AS file, b.fileSize AS bytes_before, a.fileSize AS bytes_after,
  COALESCE(a.fileSize, 0) - COALESCE(b.fileSize, 0) AS growth
FROM before b FULL OUTER JOIN after a ON a.file = b.file
WHERE COALESCE(a.hash, '') <> COALESCE(b.hash, '')
ORDER BY ABS(COALESCE(a.fileSize, 0) - COALESCE(b.fileSize, 0)) DESC, COALESCE(a.file, b.file)
