// Package journaltest builds records for tests and holds Fake, a journal in
// memory with the methods of the store that screens use.
package journaltest
