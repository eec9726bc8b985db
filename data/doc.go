// Package data keeps a journal in one folder: a SQLite file, the originals of
// the photos beside it, and what can be made again from them.
//
//	journal.db           every record, settings and the search index
//	lock                 held by the one program that writes
//	photos/ab/<hash>.jpg originals, named by their SHA-256, never changed
//	views/, thumbs/      smaller copies, made again when they are lost
//	last-look            what the last search for links found, made again when it is lost
//	backups/             copies of journal.db: the last seven days, and one before each change of schema
//	quarantine/          files that no record refers to; nothing is deleted silently
//
// A kind of record is one file here: its piece of schema, its columns, its
// lists, and one line in tables.go. Everything else, from Save to Search, is
// written once against that description.
//
// Two rules keep the file sound. Only SQLite opens journal.db while a Store is
// open, because closing any other descriptor of it would drop the locks of
// this process. And a write is acknowledged only after it was synchronised to
// disk and the file was seen to be still there.
package data
