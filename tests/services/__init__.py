"""MariaDB, Redis and an S3 server for tests, in private folders and on free ports, stopped at the end."""
