package photo_test

import (
	"errors"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
)

func TestRecordOfAnImport(t *testing.T) {
	berlin := time.FixedZone("", 3600)
	fileDate := time.Date(2026, 11, 20, 9, 0, 0, 123, berlin)
	res := photo.Result{
		Hash: photo.HashBytes([]byte("x")), Bytes: 9, Format: photo.JPEG, Width: 30, Height: 40, Colour: photo.ColourConverted,
		Metadata: photo.Metadata{Taken: time.Date(2026, 11, 21, 1, 30, 0, 0, time.UTC), Offset: -210, HasOffset: true, HasFlash: true, HasLocation: true},
	}
	p := photo.NewRecord(res, photo.Arrival{Site: "left cheek", Otherwise: fileDate, DayEnd: 4 * time.Hour})
	if err := p.Validate(); err != nil {
		t.Fatal(err)
	}
	if got := p.At.Format(time.RFC3339); got != "2026-11-21T01:30:00-03:30" {
		t.Errorf("taken at %s", got)
	}
	if want := journal.NewDay(2026, 11, 20); p.Day != want {
		t.Errorf("day %s, want the evening before, %s", p.Day, want)
	}
	if p.Flash != journal.No || !p.Located || p.Colour != "converted" || p.Site != "left cheek" || p.Intimate {
		t.Errorf("%+v", p)
	}

	res.Metadata = photo.Metadata{}
	p = photo.NewRecord(res, photo.Arrival{Site: "groin", Otherwise: fileDate})
	if !p.At.Equal(fileDate.Truncate(time.Second)) || p.Day != journal.NewDay(2026, 11, 20) {
		t.Errorf("without a date: %s, %s", p.At, p.Day)
	}
	if p.Flash != journal.Unknown || !p.Intimate {
		t.Errorf("flash %v, intimate %v", p.Flash, p.Intimate)
	}
}

// A photo added from a day belongs to it, unless the photo knows better.
func TestRecordOfAnImportFromADay(t *testing.T) {
	fileDate := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	asked := photo.Arrival{Otherwise: fileDate, Day: journal.NewDay(2026, 11, 3)}
	for _, c := range []struct {
		name  string
		taken time.Time
		day   journal.Day
		at    time.Time
	}{
		{"without a date", time.Time{}, journal.NewDay(2026, 11, 3), time.Time{}},
		{"with one", time.Date(2026, 10, 30, 8, 0, 0, 0, time.UTC), journal.NewDay(2026, 10, 30), time.Date(2026, 10, 30, 8, 0, 0, 0, time.UTC)},
	} {
		p := photo.NewRecord(photo.Result{Metadata: photo.Metadata{Taken: c.taken}}, asked)
		if p.Day != c.day || !p.At.Equal(c.at) {
			t.Errorf("%s: %s, %s", c.name, p.Day, p.At)
		}
	}
}

func TestBatchReport(t *testing.T) {
	var b photo.Batch
	if b.String() != "No photo added" {
		t.Errorf("empty: %q", b)
	}
	b.Items = append(b.Items, photo.Item{Name: "a.jpg"}, photo.Item{Name: "b.jpg"}, photo.Item{Name: "c.jpg", Outcome: photo.Duplicate})
	b.Refuse("d.jpg", &photo.Error{Code: photo.CodeEmpty})
	b.Refuse("e.jpg", errors.New("no such file"))
	b.Cancelled = true
	if want := "2 photos added, 1 was here already, 2 refused; stopped before the end"; b.String() != want {
		t.Errorf("%q, want %q", b, want)
	}
	if b.Items[3].Reason != "The file is empty." || b.Items[4].Reason != "no such file" {
		t.Errorf("reasons %q, %q", b.Items[3].Reason, b.Items[4].Reason)
	}
}
