"""Read files that somebody names, write finished files, and keep a cache on disk.

cache         keeps bytes on disk, under a key made of everything that the bytes depend on
drafts        are half-written files, which go with a killed process
folder_lock   holds a folder for one run
opening       reads a user's file, or says why the file cannot be read
publishing    writes a finished file whole or not at all
addresses     are those of stores, such as s3://bucket/week; remote writes finished files there
run_home      locks the folder of a run, on this machine or in a store
run_manifest  writes what became of each record of a run; kept_run reads this back
scratch       makes folders for temporary files, and removes those of killed processes
"""
