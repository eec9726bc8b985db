package skin

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// noSite is how photos without a site are called.
const noSite = "No site yet"

// siteName is a site as a heading: "left cheek" becomes "Left cheek".
func siteName(site string) string {
	if site == "" {
		return noSite
	}
	return strings.ToUpper(site[:1]) + site[1:]
}

// sitesOf lists the sites that have photos, the one photographed last first.
func sitesOf(photos []*journal.Photo) []string {
	var sites []string
	for _, p := range slices.Backward(photos) {
		if !slices.Contains(sites, p.Site) {
			sites = append(sites, p.Site)
		}
	}
	return sites
}

// siteChoices are the sites to choose from: those in use, then the others.
func siteChoices(photos []*journal.Photo) []string {
	var out []string
	for _, s := range append(sitesOf(photos), journal.Sites()...) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// ofSite keeps the photos of a site, earliest first.
func ofSite(photos []*journal.Photo, site string) []*journal.Photo {
	var out []*journal.Photo
	for _, p := range photos {
		if p.Site == site {
			out = append(out, p)
		}
	}
	return out
}

func sortByTime(photos []*journal.Photo) {
	slices.SortStableFunc(photos, func(a, b *journal.Photo) int {
		return cmp.Or(a.Day.Compare(b.Day), a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
}

// lastSite is the site that a new photo probably shows.
func lastSite(photos []*journal.Photo) string {
	var latest *journal.Photo
	for _, p := range photos {
		if p.Site != "" && (latest == nil || p.Created.After(latest.Created)) {
			latest = p
		}
	}
	if latest == nil {
		return ""
	}
	return latest.Site
}

// firstPair chooses what is compared at first: the earliest photo beside the
// latest. With one photo both are the same; with none both are nil.
func firstPair(photos []*journal.Photo) (first, second *journal.Photo) {
	if len(photos) == 0 {
		return nil, nil
	}
	return photos[0], photos[len(photos)-1]
}

// underPhoto is the line below a compared photo: "severity 7 · redness a* 18.2".
func underPhoto(p *journal.Photo, ratings map[journal.Day]float64) string {
	var parts []string
	if v, ok := ratings[p.Day]; ok {
		parts = append(parts, "severity "+amount(v))
	} else {
		parts = append(parts, "not rated")
	}
	if r, ok := p.Redness.Get(); ok {
		parts = append(parts, "redness a* "+tenth(r.A))
	}
	return strings.Join(parts, " · ")
}

func amount(v float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0")
}

func tenth(v float64) string { return strings.Replace(fmt.Sprintf("%.1f", v), "-", "−", 1) }

// fact is one line of the card about a photo.
type fact struct{ name, words string }

// facts is what is known about a photo.
func facts(p *journal.Photo, dates kit.Dates) []fact {
	taken := dates.ShortYear(p.Day)
	if !p.At.IsZero() {
		taken += ", " + dates.Clock(p.At)
	}
	location := "none in the file"
	if p.Located {
		location = "left out of exports"
	}
	out := []fact{{"Taken", taken}, {"Site", siteName(p.Site)}, {"Light", lightWords(p)}, {"Location", location}}
	if r, ok := p.Redness.Get(); ok {
		out = append(out, fact{"Redness", rednessWords(r)})
	}
	note := p.Note
	if note == "" {
		note = "–"
	}
	return append(out, fact{"Note", note})
}

func lightWords(p *journal.Photo) string {
	flash := map[journal.State]string{journal.Yes: "flash", journal.No: "no flash"}[p.Flash]
	switch {
	case p.Light == "" && flash == "":
		return "not recorded"
	case p.Light == "":
		return flash
	case flash == "":
		return p.Light
	}
	return p.Light + ", " + flash
}

// rednessWords says a measurement: "a* 13.9 ± 2.1, grey card".
func rednessWords(r journal.Redness) string {
	s := fmt.Sprintf("a* %s ± %s", tenth(r.A), tenth(r.Spread))
	if over, ok := r.Over.Get(); ok {
		s += fmt.Sprintf(", %s over calm skin", signed(over))
	}
	if r.Corrected {
		s += ", by card"
	}
	return s
}

func signed(v float64) string {
	if v >= 0 {
		return "+" + tenth(v)
	}
	return tenth(v)
}

// guess is what a search for the match of two photos found.
type guess struct {
	lies     photo.Similarity
	found    bool
	declined bool // the person would rather see them as taken
}

// placing is how the second photo lies on the first, and why.
type placing struct {
	lies   photo.Similarity
	stored bool // in the journal
	given  bool // by the search; not stored
	words  string
}

// aligned tells whether distance and turn of the pair are known.
func (p placing) aligned() bool { return p.stored || p.given }

// place lays the second photo on the first: as stored in either of the two,
// else as the search found, else middle on middle.
func place(first, second *journal.Photo, g guess) placing {
	if first == nil || second == nil || first.ID == second.ID {
		return placing{lies: photo.Identity}
	}
	a, ok := second.AlignmentOnto(first.ID)
	lies := photo.FromRecord(a)
	if !ok {
		if a, ok = first.AlignmentOnto(second.ID); ok {
			lies = photo.FromRecord(a).Invert()
		}
	}
	switch {
	case ok && a.Automatic:
		return placing{lies: lies, stored: true, words: "aligned automatically"}
	case ok:
		return placing{lies: lies, stored: true, words: "aligned by two marks"}
	case g.found && !g.declined:
		return placing{lies: g.lies, given: true, words: "aligned automatically"}
	}
	return placing{lies: centred(first, second), words: "not aligned"}
}

// centred lays two photos of different shape middle on middle.
func centred(first, second *journal.Photo) photo.Similarity {
	s := photo.Identity
	s.DY = (aspect(first) - aspect(second)) / 2
	return s
}

// aspect is height over width.
func aspect(p *journal.Photo) float64 {
	if p == nil || p.Width <= 0 {
		return 0.75
	}
	return float64(p.Height) / float64(p.Width)
}

// redPoint is one measurement in time.
type redPoint struct {
	day journal.Day
	a   float64
}

// rednessOf lists the measurements of a site in the order of time.
func rednessOf(photos []*journal.Photo) []redPoint {
	var out []redPoint
	for _, p := range photos {
		if r, ok := p.Redness.Get(); ok {
			out = append(out, redPoint{p.Day, r.A})
		}
	}
	return out
}

// rednessCaption says by what the numbers of a site were made.
func rednessCaption(photos []*journal.Photo) string {
	n, corrected := 0, 0
	for _, p := range photos {
		if r, ok := p.Redness.Get(); ok {
			n++
			if r.Corrected {
				corrected++
			}
		}
	}
	s := "CIELAB a* in the marked area"
	switch {
	case n == 0:
		return s
	case corrected == n:
		return s + ", corrected by the card"
	case corrected > 0:
		return fmt.Sprintf("%s, %d of %d corrected by the card", s, corrected, n)
	}
	return s + ", not corrected by a card"
}

// blindResult sets ratings without dates beside those of the diary.
type blindResult struct {
	rows  []blindRow
	words string
}

type blindRow struct {
	day          journal.Day
	blind, diary float64
}

// newBlindResult compares the photos that have both ratings.
func newBlindResult(photos []*journal.Photo, ratings map[journal.Day]float64) blindResult {
	var r blindResult
	sum := 0.0
	for _, p := range photos {
		b, ok := p.Blind.Get()
		if !ok {
			continue
		}
		if diary, ok := ratings[p.Day]; ok {
			r.rows = append(r.rows, blindRow{p.Day, b.Rating, diary})
			sum += b.Rating - diary
		}
	}
	n := len(r.rows)
	if n == 0 {
		r.words = "None of these days was rated in the diary, so there is nothing to set the blind ratings beside."
		return r
	}
	mean := sum / float64(n)
	what := fmt.Sprintf("Over %d photos", n)
	if n == 1 {
		what = "For 1 photo"
	}
	switch {
	case math.Abs(mean) < 0.25:
		r.words = what + ", the blind ratings agree with the diary on average."
	case mean > 0:
		r.words = fmt.Sprintf("%s, you rated %s points worse without the date than in the diary on average.", what, amount(mean))
	default:
		r.words = fmt.Sprintf("%s, you rated %s points better without the date than in the diary on average.", what, amount(-mean))
	}
	if n < 6 {
		r.words += " Few photos: it may be chance."
	}
	return r
}

// trend says in one sentence what the redness of a site did.
func trend(points []redPoint) string {
	switch len(points) {
	case 0:
		return "Mark an area in a photo to measure its redness."
	case 1:
		return fmt.Sprintf("One photo is measured: a* %s. Mark the same area in others to see a course.", tenth(points[0].a))
	}
	first, last := points[0], points[len(points)-1]
	return fmt.Sprintf("%d photos are measured, from a* %s to %s. Five on different days make a chart.", len(points), tenth(first.a), tenth(last.a))
}

// span is how much time lies between two photos: "68 days apart".
func span(first, second *journal.Photo) string {
	d := second.Day.Sub(first.Day)
	if d < 0 {
		d = -d
	}
	switch d {
	case 0:
		return "same day"
	case 1:
		return "1 day apart"
	}
	return fmt.Sprintf("%d days apart", d)
}

// frameDelay is how long one photo of a time-lapse stands.
const frameDelay = 700 * time.Millisecond
