-- which files are copies of each other, and what one of each would save
SELECT MIN(file) AS file, COUNT(*) AS copies, MAX(fileSize) AS bytes,
  (COUNT(*) - 1) * MAX(fileSize) AS saving
FROM files
WHERE hash IS NOT NULL
GROUP BY hash
HAVING COUNT(*) > 1
ORDER BY saving DESC, file
