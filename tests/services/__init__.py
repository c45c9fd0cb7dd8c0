"""MariaDB, Redis and an S3 server of the tests' own: private folders, free ports, gone when we are."""
