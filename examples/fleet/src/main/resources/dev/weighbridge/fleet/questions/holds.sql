-- which files hold something: a text in names of entries, crates and libraries
SELECT file, entry, crate, version, library, CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM weights
WHERE POSITION(CAST(:text AS STRING) IN COALESCE(entry, '')) > 0
  OR POSITION(CAST(:text AS STRING) IN COALESCE(crate, '')) > 0
  OR POSITION(CAST(:text AS STRING) IN COALESCE(library, '')) > 0
GROUP BY file, entry, crate, version, library
ORDER BY file, entry NULLS FIRST, crate NULLS FIRST, version NULLS FIRST, library NULLS FIRST
