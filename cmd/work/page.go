package work

import (
	"bytes"
	"context"
	"errors"
	"image"
	_ "image/jpeg" // view copies are JPEG
	"slices"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/app/summary"
)

// PageDays is how long the page's period is unless it is chosen: thirteen
// weeks.
const PageDays = 91

// Look is the record up to a day as series, and what goes with the skin in it.
type Look interface {
	Set() series.Set
	Result() insight.Result
	// Overlaps names what goes along with a factor.
	Overlaps(ctx context.Context, factor string) ([]insight.Overlap, error)
}

// Look scans the journal up to a day, the zero Day for all of it.
func (d Desk) Look(ctx context.Context, to journal.Day, progress func(share float64)) (Look, error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	set, _, err := d.Series(ctx, settings, to, false)
	if err != nil {
		return nil, err
	}
	a, err := insight.Open(ctx, set, insight.Options{Important: settings.SmallestChange, Suspects: Suspects(settings, set), Progress: progress})
	return look{set, a}, err
}

type look struct {
	set series.Set
	*insight.Analysis
}

func (l look) Set() series.Set { return l.set }

func (l look) Overlaps(ctx context.Context, factor string) ([]insight.Overlap, error) {
	return l.Analysis.Overlaps(factor), ctx.Err()
}

// Page gathers everything that the doctor's page is made from: the records of
// the period, and what went with the skin in the whole record up to its end,
// which scanned is a look at. A zero to is the last day with a skin entry, a
// zero from PageDays before it.
func (d Desk) Page(ctx context.Context, from, to journal.Day, version string, scanned Look) (summary.Input, error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return summary.Input{}, err
	}
	in, err := d.page(ctx, settings, from, to, version, scanned.Set(), nil)
	if err != nil {
		return in, err
	}
	in.Findings = scanned.Result()
	in.Overlaps, err = overlaps(ctx, scanned)
	return in, err
}

// lookBack is how many days before those of a page are read with them: which
// meals count as all of a day follows from the 28 recorded days before it.
const lookBack = 400

// PageBefore is Page before there is a look: all but what went with the skin.
// It reads what is near the days of the page; the whole record may tell better
// which days without a food count.
func (d Desk) PageBefore(ctx context.Context, from, to journal.Day, version string) (summary.Input, error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return summary.Input{}, err
	}
	first := journal.Day{}
	if !from.IsZero() && !to.IsZero() {
		first = summary.FirstRead(from, to).Add(-lookBack)
	}
	log, err := d.since(ctx, first, to, append(summary.ReadWhenever(), journal.KindTracker, journal.KindFood)...)
	if err != nil {
		return summary.Input{}, err
	}
	in, err := d.page(ctx, settings, from, to, version, d.seriesOf(log, settings, false), log)
	in.Search = summary.SearchRunning
	return in, err
}

// page gathers what a page needs but the findings; whole holds the records up
// to its last day where they are at hand.
func (d Desk) page(ctx context.Context, settings journal.Settings, from, to journal.Day, version string, set series.Set, whole journal.Log) (summary.Input, error) {
	in := summary.Input{
		Now: d.Now(), Version: version, Important: settings.SmallestChange, From: from, To: to,
		Pinned: settings.Pinned, Hidden: settings.Hidden, Set: set,
	}
	if in.To.IsZero() {
		if in.To = in.Set.Last(); in.To.IsZero() {
			in.To = d.Today(settings)
		}
	}
	if in.From.IsZero() {
		in.From = in.To.Add(-PageDays)
	}
	if in.To.Before(in.From) {
		return in, &journal.Error{Code: journal.CodeOrder, Field: "the last day", Value: in.To.String()}
	}
	var err error
	if whole != nil {
		in.Log = pageRecords(whole, in.From, in.To)
	} else if in.Log, err = d.pageLog(ctx, in.From, in.To); err != nil {
		return in, err
	}
	if ps := journal.Select[*journal.Profile](in.Log); len(ps) > 0 {
		in.Profile = ps[0]
	}
	if in.Appointment, err = d.nextVisit(ctx, in.To); err != nil {
		return in, err
	}
	if in.Appointment == nil { // which would hold them
		in.ReasonText, in.QuestionTexts = settings.Page.Reason, settings.Page.Questions
	}
	in.Pictures, err = d.Pictures(ctx, in)
	return in, err
}

// PageOf is the page in for another first day: what goes with the skin, and
// all that is known up to the last day, stays.
func (d Desk) PageOf(ctx context.Context, in summary.Input, from journal.Day) (summary.Input, error) {
	in.From, in.Now = from, d.Now()
	var err error
	if in.Log, err = d.pageLog(ctx, from, in.To); err != nil {
		return in, err
	}
	in.Pictures, err = d.Pictures(ctx, in)
	return in, err
}

// pageLog reads what a page of the days from … to needs of the journal.
func (d Desk) pageLog(ctx context.Context, from, to journal.Day) (journal.Log, error) {
	return d.since(ctx, summary.FirstRead(from, to), to, summary.ReadWhenever()...)
}

// since reads everything from first to to, and of the time before it the kinds
// that are named.
func (d Desk) since(ctx context.Context, first, to journal.Day, whenever ...journal.Kind) (journal.Log, error) {
	if first.IsZero() {
		return d.Store.Range(ctx, first, to)
	}
	earlier, err := d.Store.Range(ctx, journal.Day{}, first.Add(-1), whenever...)
	if err != nil {
		return nil, err
	}
	near, err := d.Store.Range(ctx, first, to)
	return append(earlier, near...), err
}

// pageRecords picks from all records what pageLog reads.
func pageRecords(whole journal.Log, from, to journal.Day) journal.Log {
	first := summary.FirstRead(from, to)
	var earlier, near journal.Log
	for _, r := range whole {
		switch d := r.Base().Day; {
		case d.After(to):
		case !d.Before(first):
			near = append(near, r)
		case slices.Contains(summary.ReadWhenever(), r.Kind()):
			earlier = append(earlier, r)
		}
	}
	return append(earlier, near...)
}

// Week is a blank sheet for the seven days from first on, with what is being
// taken then. A zero first is the next day on which the person's week starts.
func (d Desk) Week(ctx context.Context, first journal.Day, version string) (summary.Week, error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return summary.Week{}, err
	}
	if first.IsZero() {
		for first = d.Today(settings); int(first.Weekday()) != settings.WeekStart; {
			first = first.Add(1)
		}
	}
	log, err := d.Store.Range(ctx, journal.Day{}, first.Add(6), journal.KindTreatment, journal.KindCourse)
	if err != nil {
		return summary.Week{}, err
	}
	w := summary.NewWeek(first, log)
	w.Cycle, w.Now, w.Version = settings.ShowCycle, d.Now(), version
	return w, nil
}

// Suspects are the factors that the person named and that the series have.
func Suspects(settings journal.Settings, set series.Set) []string {
	var out []string
	for _, name := range settings.Suspects {
		if f, ok := set.Factor(name); ok { // one not yet recorded waits
			out = append(out, f.Name)
		}
	}
	return out
}

// overlaps names what goes along with what the page may name.
func overlaps(ctx context.Context, scanned Look) (map[string][]insight.Overlap, error) {
	out := map[string][]insight.Overlap{}
	for _, name := range []string{series.Severity, series.Itch, series.Lesions} {
		if o, ok := scanned.Set().Outcome(name); !ok || o.Recorded() == 0 {
			continue
		}
		for _, f := range scanned.Result().Findings {
			if f.Outcome != name || f.Grade.Rank() > insight.Hint.Rank() {
				continue
			}
			var err error
			if out[f.Factor], err = scanned.Overlaps(ctx, f.Factor); err != nil {
				return nil, err
			}
		}
		break // the page is about the first of them that was recorded
	}
	return out, nil
}

// nextVisit returns the first appointment after the period, else the last one
// in the month before its end.
func (d Desk) nextVisit(ctx context.Context, to journal.Day) (*journal.Appointment, error) {
	log, err := d.Store.Range(ctx, to.Add(-30), journal.Day{}, journal.KindAppointment)
	if err != nil {
		return nil, err
	}
	var last *journal.Appointment
	for _, a := range journal.Select[*journal.Appointment](log) {
		if a.Day.After(to) {
			return a, nil
		}
		last = a
	}
	return last, nil
}

// Pictures returns the photos of the page's period, paired by place: those that
// were ticked for it or, when none was, the first and the last of the place
// photographed most under one light. Intimate ones are never chosen so. One
// whose file is lost leaves a frame that says so.
func (d Desk) Pictures(ctx context.Context, in summary.Input) ([]summary.Picture, error) {
	var ticked, others []*journal.Photo
	for _, p := range journal.Select[*journal.Photo](in.Log) {
		switch {
		case p.Day.Before(in.From) || p.Day.After(in.To):
		case p.InSummary:
			ticked = append(ticked, p)
		default:
			others = append(others, p)
		}
	}
	proposed := len(ticked) == 0
	if proposed {
		ticked = alike(others)
	}
	var out []summary.Picture
	for _, p := range ticked {
		pic := summary.Picture{Record: p, Proposed: proposed}
		view, err := d.Store.PhotoView(ctx, p)
		var lost *journal.Error
		switch {
		case errors.As(err, &lost):
		case err != nil:
			return nil, err
		default:
			pic.JPEG = view
			pic.Width, pic.Height = pixels(view)
		}
		out = append(out, pic)
	}
	return summary.Pair(out), nil
}

// alike returns the first and the last of the largest group of photos of one
// place under one light, on different days; nil when there is none. Photos come
// in the order of their days.
func alike(photos []*journal.Photo) []*journal.Photo {
	type kind struct{ site, light string }
	groups := map[kind][]*journal.Photo{}
	var best []*journal.Photo
	for _, p := range photos {
		if p.Intimate || p.Site == "" {
			continue
		}
		k := kind{p.Site, p.Light}
		groups[k] = append(groups[k], p)
		if g := groups[k]; len(g) > len(best) && g[0].Day != p.Day {
			best = g
		}
	}
	if len(best) < 2 {
		return nil
	}
	return []*journal.Photo{best[0], best[len(best)-1]}
}

// pixels returns the size of a view copy, 0 when it cannot be read.
func pixels(view []byte) (w, h int) {
	c, _, err := image.DecodeConfig(bytes.NewReader(view))
	if err != nil {
		return 0, 0
	}
	return c.Width, c.Height
}
