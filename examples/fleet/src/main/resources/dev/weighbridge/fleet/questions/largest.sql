-- which files are the largest
SELECT file, fileSize AS bytes
FROM files
ORDER BY bytes DESC, file
