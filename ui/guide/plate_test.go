package guide

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/guide"
	"skinward/app/journal/journaltest"
	"skinward/assets"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// The names on the plate cover neither a mark nor each other, at any size of
// text and whichever path is lit.
func TestNamesOnThePlateKeepClearOfTheMarks(t *testing.T) {
	lib, err := guide.Open(assets.Guide(), assets.Art(), assets.Method())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ width, height, scale float32 }{
		{1084, 800, 1}, {828, 700, 1}, {1084, 800, 0.9}, {1084, 800, 1.3}, {1084, 800, 1.6}, {1724, 1080, 1},
	} {
		t.Run(fmt.Sprintf("%gx%g at %g", tt.width, tt.height, tt.scale), func(t *testing.T) {
			w := uitest.New(t, uitest.Setup{Width: tt.width, Height: tt.height, TextScale: tt.scale})
			s := New(Deps{Library: lib, Run: kit.Inline{}, Store: journaltest.NewFake(), Now: time.Now, Dialogs: w.Dialogs})
			w.Open(s, kit.Route{})
			for way := range 7 {
				s.plate.point(way)
				w.Settle()
				var boxes []box
				for _, m := range s.plate.marks {
					boxes = append(boxes, box{fmt.Sprint("mark ", m.number), m.Position(), m.Size()})
				}
				marks := len(boxes)
				for _, l := range s.plate.labels {
					if !l.back.Hidden {
						boxes = append(boxes, box{l.Text, l.back.Position(), l.back.Size()})
					}
				}
				for i, b := range boxes {
					for _, other := range boxes[max(marks, i+1):] {
						if b.over(other) {
							t.Errorf("way %d: %s lies over %s", way, other.name, b.name)
						}
					}
				}
			}
		})
	}
}

type box struct {
	name string
	at   fyne.Position
	size fyne.Size
}

func (a box) over(b box) bool {
	return a.at.X < b.at.X+b.size.Width && b.at.X < a.at.X+a.size.Width && a.at.Y < b.at.Y+b.size.Height && b.at.Y < a.at.Y+a.size.Height
}
