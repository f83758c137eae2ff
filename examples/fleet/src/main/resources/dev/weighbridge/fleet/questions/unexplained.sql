-- of which files most is known only by the section around it
-- needs basis
SELECT file, CAST(SUM(CASE WHEN basis = 'residual' THEN fileSize ELSE 0 END) AS BIGINT) AS residual,
  CAST(SUM(fileSize) AS BIGINT) AS bytes
FROM weights
GROUP BY file
HAVING SUM(CASE WHEN basis = 'residual' THEN fileSize ELSE 0 END) > 0
ORDER BY residual DESC, file
