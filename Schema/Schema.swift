// The database's shape, in SQL, as the numbered scripts beside this file.
