-- which files hold something: a text in names of entries, crates and libraries, capitals or not
WITH found AS (
  SELECT file, entry, fileSize,
    CASE WHEN POSITION(LOWER(:text) IN LOWER(crate)) > 0 THEN crate END AS crate,
    CASE WHEN POSITION(LOWER(:text) IN LOWER(crate)) > 0 THEN version END AS version,
    CASE WHEN POSITION(LOWER(:text) IN LOWER(library)) > 0 THEN library END AS library
  FROM weights
  WHERE POSITION(LOWER(:text) IN LOWER(entry)) > 0
    OR POSITION(LOWER(:text) IN LOWER(crate)) > 0
    OR POSITION(LOWER(:text) IN LOWER(library)) > 0
)
SELECT file, entry, crate, version, library, CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM found
GROUP BY file, entry, crate, version, library
ORDER BY file, entry NULLS FIRST, crate NULLS FIRST, version NULLS FIRST, library NULLS FIRST
