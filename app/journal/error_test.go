package journal_test

import (
	"errors"
	"io/fs"
	"testing"

	"skinward/app/journal"
)

func TestErrorSentences(t *testing.T) {
	for _, c := range []struct {
		err  *journal.Error
		want string
	}{
		{&journal.Error{Code: journal.CodeRange, Field: "skin", Value: "11", Min: 0, Max: 10}, "skin must lie between 0 and 10, not 11"},
		{&journal.Error{Code: journal.CodeEmpty, Field: "food"}, "food must not be empty"},
		{&journal.Error{Code: journal.CodeTooLong, Field: "note", Max: 10_000}, "note is longer than 10000 characters"},
		{&journal.Error{Code: journal.CodeBadText, Field: "note"}, "note holds characters that cannot be stored"},
		{&journal.Error{Code: journal.CodeBadDate, Field: "date", Value: "2026-02-30"}, `date "2026-02-30" is not a day from 1900-01-01 to 2200-12-31`},
		{&journal.Error{Code: journal.CodeBadTime, Field: "time", Value: "25:00"}, `time "25:00" is not a time of day`},
		{&journal.Error{Code: journal.CodeChoice, Field: "slot", Value: "brunch"}, `slot cannot be "brunch"`},
		{&journal.Error{Code: journal.CodeOrder, Field: "stop", Value: "2026-01-01"}, "stop 2026-01-01 lies before the beginning"},
		{&journal.Error{Code: journal.CodeNewer, Field: "journal.db"}, "journal.db was written by a newer version of Skinward and was left untouched"},
		{&journal.Error{Code: journal.CodeDamaged, Field: "journal.db"}, "journal.db is damaged and was left untouched"},
		{&journal.Error{Code: journal.CodeLocked, Field: "/j"}, "/j is open in another Skinward"},
		{&journal.Error{Code: journal.CodeReadOnly, Field: "/j"}, "/j cannot be written"},
		{&journal.Error{Code: journal.CodeDiskFull, Field: "/j"}, "no space left on the disk of /j"},
		{&journal.Error{Code: journal.CodeGone, Field: "/j"}, "/j is no longer there"},
		{&journal.Error{Code: journal.CodeMissing, Field: "meal"}, "meal was not found"},
		{&journal.Error{Code: journal.CodeForeign, Field: "b.zip"}, "b.zip is not a Skinward file"},
		{&journal.Error{Code: journal.CodeExists, Field: "b.zip"}, "b.zip already exists"},
		{&journal.Error{Code: "other", Field: "x"}, "other x"},
		{&journal.Error{Code: journal.CodeGone, Field: "/j", Err: fs.ErrNotExist}, "/j is no longer there: file does not exist"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestErrorMatching(t *testing.T) {
	err := error(&journal.Error{Code: journal.CodeGone, Field: "/j", Err: fs.ErrNotExist})
	if !errors.Is(err, &journal.Error{Code: journal.CodeGone}) || !errors.Is(err, &journal.Error{Code: journal.CodeGone, Field: "/j"}) {
		t.Error("the code is not recognised")
	}
	if errors.Is(err, &journal.Error{Code: journal.CodeLocked}) || errors.Is(err, &journal.Error{Code: journal.CodeGone, Field: "/other"}) {
		t.Error("another code or field is recognised")
	}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error("the underlying error is lost")
	}
}
