package work

import (
	"strconv"
	"testing"
	"time"

	"skinward/app/journal"
)

// Photos that nobody ticked come as a pair that may be compared, and never an
// intimate one.
func TestAlike(t *testing.T) {
	shot := func(id string, day int, site, light string) *journal.Photo {
		return &journal.Photo{Meta: journal.Meta{ID: journal.ID(id), Day: journal.NewDay(2026, time.October, day)}, Site: site, Light: light}
	}
	private := shot("p", 9, "left cheek", "lamp")
	private.Intimate = true
	for i, tt := range []struct {
		photos []*journal.Photo
		want   string
	}{
		{nil, ""},
		{[]*journal.Photo{shot("a", 1, "left cheek", "lamp")}, ""},
		{[]*journal.Photo{shot("a", 1, "left cheek", "lamp"), shot("b", 1, "left cheek", "lamp")}, ""},
		{[]*journal.Photo{shot("a", 1, "", "lamp"), shot("b", 2, "", "lamp")}, ""},
		{[]*journal.Photo{shot("a", 1, "left cheek", "lamp"), shot("b", 2, "left cheek", "window")}, ""},
		{[]*journal.Photo{shot("a", 1, "left cheek", "lamp"), private}, ""},
		{[]*journal.Photo{shot("a", 1, "left cheek", "lamp"), shot("b", 2, "left cheek", "lamp"), shot("c", 3, "left cheek", "lamp"), private}, "ac"},
		{[]*journal.Photo{shot("a", 1, "left cheek", "lamp"), shot("b", 2, "chin", ""), shot("c", 3, "left cheek", "lamp"), shot("d", 4, "chin", ""), shot("e", 5, "chin", "")}, "be"},
	} {
		got := ""
		for _, p := range alike(tt.photos) {
			got += string(p.ID)
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", strconv.Itoa(i), got, tt.want)
		}
	}
}
