package kit

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"skinward/app/journal"
)

// ErrorText turns an error into one sentence that says what happened, what was
// kept, and what to do. It is the only place of the window that does so.
func ErrorText(err error) string {
	if err == nil {
		return ""
	}
	var e *journal.Error
	if errors.As(err, &e) {
		return journalText(e)
	}
	if errors.Is(err, context.Canceled) {
		return "Stopped; nothing was changed."
	}
	return sentence(err.Error())
}

func journalText(e *journal.Error) string {
	switch e.Code {
	case journal.CodeRange:
		return fmt.Sprintf("%s must lie between %s and %s; %s was not saved.", title(e.Field), decimal(e.Min), decimal(e.Max), e.Value)
	case journal.CodeEmpty:
		return title(e.Field) + " is still empty; fill it in to save."
	case journal.CodeTooLong:
		return fmt.Sprintf("%s is longer than %s characters; shorten it to save.", title(e.Field), decimal(e.Max))
	case journal.CodeBadText:
		return title(e.Field) + " holds characters that cannot be stored; nothing was saved yet."
	case journal.CodeBadDate:
		return fmt.Sprintf("%q is not a day; write it like 2026-11-21.", e.Value)
	case journal.CodeBadTime:
		return fmt.Sprintf("%q is not a time of day; write it like 15:05.", e.Value)
	case journal.CodeChoice:
		return fmt.Sprintf("%s cannot be %q; choose one of those offered.", title(e.Field), e.Value)
	case journal.CodeOrder:
		return fmt.Sprintf("%s %s lies before its beginning; change one of the two.", title(e.Field), e.Value)
	}
	return folderText(e)
}

// folderText says what is wrong with a file or folder.
func folderText(e *journal.Error) string {
	what := e.Field
	if what == "" {
		what = "the journal"
	}
	switch e.Code {
	case journal.CodeNewer:
		return title(what) + " was written by a newer Skinward and was left untouched; install that version to open it."
	case journal.CodeDamaged:
		return title(what) + " is damaged and was left untouched; a backup or a daily copy can be put in its place."
	case journal.CodeLocked:
		return title(what) + " is open in another Skinward; close that one and try again."
	case journal.CodeReadOnly:
		return title(what) + " cannot be written; nothing was changed. Check the permissions of its folder."
	case journal.CodeDiskFull:
		return "The disk is full; what was saved before is kept. Free some space and try again."
	case journal.CodeGone:
		return title(what) + " is no longer there; nothing was written. Connect the disk again and try once more."
	case journal.CodeMissing:
		return title(what) + " was not found; nothing was changed."
	case journal.CodeForeign:
		return title(what) + " is not a file that Skinward knows; nothing was changed."
	case journal.CodeExists:
		return title(what) + " is already there and was kept; choose another name."
	}
	return sentence(e.Error())
}

func title(field string) string {
	if field == "" {
		return "This"
	}
	s := sentence(field)
	if s[len(s)-1] == '.' && field[len(field)-1] != '.' {
		s = s[:len(s)-1]
	}
	return s
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
