package datatest_test

import (
	"errors"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
)

// A screen's tests make the disk full by one field.
func TestFakeFails(t *testing.T) {
	f := journaltest.NewFake(journaltest.Examples()...)
	full := &journal.Error{Code: journal.CodeDiskFull, Field: "journal.db"}
	f.Fail = full
	if _, err := f.Save(t.Context(), journaltest.Note("2026-11-20", "x")); !errors.Is(err, full) {
		t.Errorf("Save: %v", err)
	}
	if _, err := f.Day(t.Context(), journaltest.Day("2026-02-03")); !errors.Is(err, full) {
		t.Errorf("Day: %v", err)
	}
	if _, err := f.Settings(t.Context()); !errors.Is(err, full) {
		t.Errorf("Settings: %v", err)
	}
	f.Fail = nil
	if l, err := f.Range(t.Context(), journal.Day{}, journal.Day{}); err != nil || len(l) != len(journal.Kinds()) {
		t.Errorf("%d records, %v", len(l), err)
	}
}
