-- which files could not be weighed, and why
SELECT file, error FROM files WHERE error IS NOT NULL ORDER BY file
