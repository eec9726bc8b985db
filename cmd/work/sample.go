package work

import (
	"math"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/app/sample"
)

// Drawn is a photo of the sample journal as a store takes it.
type Drawn struct {
	Record      *journal.Photo
	Original    []byte
	View, Thumb []byte
}

// Draw draws a photo of the sample and measures the redness of its marked area,
// rounded so that every machine finds the same number.
func Draw(shot sample.Shot) (Drawn, error) {
	original := shot.JPEG()
	r, err := photo.Importer{}.ProcessBytes(original)
	if err != nil {
		return Drawn{}, err
	}
	p := photo.NewRecord(r, photo.Arrival{Site: shot.Site, Otherwise: shot.At, DayEnd: journal.DefaultSettings().DayEnd()})
	p.ID, p.Light = shot.ID, shot.Light
	area, card := shot.Marks()
	p.Area, p.Card = &area, &card
	view, err := photo.Decode(r.View)
	if err != nil {
		return Drawn{}, err
	}
	red, err := photo.MeasureRedness(view, photo.ColourOf(p), photo.Marks{Area: area, Card: &card})
	if err != nil {
		return Drawn{}, err
	}
	for _, v := range []*float64{&red.A, &red.Spread, &red.Erythema} {
		*v = math.Round(*v*100) / 100
	}
	p.Redness = journal.Some(red)
	return Drawn{p, original, r.View, r.Thumb}, nil
}
