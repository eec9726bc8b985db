package skin

import (
	"fmt"
	"image"
	"math/rand/v2"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// blindRound is a round of ratings without dates.
type blindRound struct {
	s      *Screen
	photos []*journal.Photo // shuffled
	at     int
	rated  []*journal.Photo
	stage  *stage
	count  *kit.Text
	scale  *kit.Scale
	next   *kit.Button
	leave  func()
}

// rateBlind shows the photos of the site shuffled and without dates and asks
// for a rating of each.
func (s *Screen) rateBlind() {
	here := ofSite(s.photos, s.site)
	if len(here) < 2 {
		s.deps.Dialogs.Tell("Rate without dates", "This needs at least two photos of the same place. With six or more the comparison says something.")
		return
	}
	r := &blindRound{s: s, photos: append([]*journal.Photo(nil), here...), stage: newStage()}
	seed := uint64(s.deps.Now().UnixNano())
	rand.New(rand.NewPCG(seed, seed)).Shuffle(len(r.photos), func(i, j int) { r.photos[i], r.photos[j] = r.photos[j], r.photos[i] })
	r.stage.single = true // one photo at a time, and nothing to drag
	r.count = kit.NewCaption("")
	r.scale = kit.NewSeverityScale("clear", "worst ever", func(_ int, recorded bool) { r.answered(recorded) })
	r.next = kit.NewPrimaryButton(label(false), r.step)
	end := kit.NewQuietButton("Finish now", r.finish)
	content := kit.Column(kit.Space3,
		kit.NewText(kit.Span{Text: "How does the skin look in this photo? Dates are hidden and the order is mixed, so that hope cannot colour the answer. 0 to 9 and X for ten, Return for the next.", Role: kit.Muted, Size: kit.SizeControl}),
		kit.Fixed(0, 330, r.stage), r.count, r.scale, kit.Row(kit.Space2, r.next, end))
	r.leave = s.deps.Dialogs.Panel("Rate without dates", content, r.scale)
	r.show()
}

func label(recorded bool) string {
	if recorded {
		return "Next"
	}
	return "Skip"
}

// answered puts the focus on the button, so that Return goes on.
func (r *blindRound) answered(recorded bool) {
	r.next.SetLabel(label(recorded))
	if recorded {
		kit.Focus(r.next)
	}
}

func (r *blindRound) show() {
	p := r.photos[r.at]
	r.count.SetText(fmt.Sprintf("Photo %d of %d", r.at+1, len(r.photos)))
	r.scale.Clear()
	r.next.SetLabel(label(false))
	kit.Focus(r.scale)
	r.stage.set(layer{}, layer{}, aspect(p))
	r.s.views.Ask("skin blind", string(p.ID), func(m image.Image, err error) {
		if err != nil {
			r.stage.say("This photo cannot be shown: " + kit.ErrorText(err))
			return
		}
		r.stage.say("")
		r.stage.set(layer{}, layer{photo.RGBA(m), photo.Identity}, aspect(p))
	})
}

// step takes the rating and goes on.
func (r *blindRound) step() {
	if v, ok := r.scale.Value(); ok {
		p := r.s.current(r.photos[r.at])
		p.Blind = journal.Some(journal.BlindRating{Rating: float64(v), On: r.s.today()})
		r.rated = append(r.rated, p)
		r.s.write("", p) // at once: leaving in the middle loses nothing
	}
	r.at++
	if r.at >= len(r.photos) {
		r.finish()
		return
	}
	r.show()
}

// finish sets the ratings beside the diary.
func (r *blindRound) finish() {
	r.leave()
	if len(r.rated) == 0 {
		return
	}
	sortByTime(r.rated)
	result := newBlindResult(r.rated, r.s.ratings)
	dates := kit.CurrentDates()
	rows := []fyne.CanvasObject{kit.NewBody(result.words)}
	for _, row := range result.rows {
		rows = append(rows, kit.FillRow(kit.Space3, 0, kit.NewText(kit.Span{Text: dates.ShortYear(row.day), Size: kit.SizeControl}),
			kit.NewText(kit.Span{Text: "without date " + amount(row.blind), Bold: true, Size: kit.SizeControl}).OneLine(),
			kit.NewText(kit.Span{Text: "diary " + amount(row.diary), Role: kit.Muted, Size: kit.SizeControl}).OneLine()))
	}
	r.s.deps.Dialogs.Panel("Without dates and in the diary", kit.Fixed(0, min(420, float32(len(rows))*30+60), kit.NewScroll(kit.Column(kit.Space2, rows...))), nil)
}
