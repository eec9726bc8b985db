package today

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// catchQuestion is one row of the grid.
type catchQuestion struct {
	words string
	key   string
	// shown is what the day holds already; set writes an answer, which may be
	// open, as records to save and to remove.
	shown func(p *page) journal.Maybe[float64]
	set   func(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record)
}

// mealsKey is the row that takes a line of foods instead of a number.
const mealsKey = "foods"

func catchQuestions(settings journal.Settings) []catchQuestion {
	unit, words := 1.0, "Water, ml"
	if settings.Glasses {
		unit, words = journal.Glass, "Water, glasses"
	}
	return []catchQuestion{
		{"Skin 0–10", "skin", func(p *page) journal.Maybe[float64] { return skinOf(p).Severity }, func(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
			return skinChange(p, now, func(r *journal.SkinCheck) { r.Severity = v })
		}},
		{"Itch 0–10", "itch", func(p *page) journal.Maybe[float64] { return skinOf(p).Itch }, func(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
			return skinChange(p, now, func(r *journal.SkinCheck) { r.Itch = v })
		}},
		{"Stress 0–10", "stress", func(p *page) journal.Maybe[float64] {
			if r, ok := last[*journal.Stress](p, nil); ok {
				return r.Level
			}
			return journal.Maybe[float64]{}
		}, stressChange},
		{"Sleep, hours", "hours of sleep", shownSleep, sleepChange},
		{words, "water in ml", func(p *page) journal.Maybe[float64] {
			if ml, had := waterOf(p); had {
				return journal.Some(ml / unit)
			}
			return journal.Maybe[float64]{}
		}, func(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
			if x, ok := v.Get(); ok {
				v = journal.Some(x * unit)
			}
			return waterChange(p, v, now)
		}},
		{"Meals", mealsKey, nil, nil},
	}
}

func skinOf(p *page) *journal.SkinCheck {
	if r, ok := last[*journal.SkinCheck](p, nil); ok {
		return r
	}
	return &journal.SkinCheck{}
}

// skinChange alters the day's look at the skin; what holds nothing then is
// removed.
func skinChange(p *page, now time.Time, do func(*journal.SkinCheck)) (save, drop []journal.Record) {
	r, had := last[*journal.SkinCheck](p, nil)
	if had {
		r = r.Clone().(*journal.SkinCheck)
	} else {
		r = &journal.SkinCheck{Meta: p.fresh(now)}
	}
	do(r)
	empty := &journal.SkinCheck{Meta: r.Meta}
	if had && r.Title() == empty.Title() && r.Detail() == "" && len(r.Regions)+len(r.Areas) == 0 {
		return nil, []journal.Record{r}
	}
	return []journal.Record{r}, nil
}

func stressChange(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
	r, had := last[*journal.Stress](p, nil)
	switch {
	case !had && v.IsSet():
		r = &journal.Stress{Meta: p.fresh(now)}
	case had && !v.IsSet():
		return nil, []journal.Record{r}
	case had:
		r = r.Clone().(*journal.Stress)
	default:
		return nil, nil
	}
	r.Level = v
	return []journal.Record{r}, nil
}

func sleepChange(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
	r, had := last[*journal.Sleep](p, nil)
	if had {
		r = r.Clone().(*journal.Sleep)
	} else {
		r = &journal.Sleep{Meta: p.fresh(now)}
	}
	r.Hours = v
	if had && !v.IsSet() && !r.Quality.IsSet() && r.Woken == journal.Unknown {
		return nil, []journal.Record{r}
	}
	return []journal.Record{r}, nil
}

// waterChange makes the day's total v: more is added as an amount, less
// replaces what was there.
func waterChange(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
	all := of[*journal.Water](p)
	before, _ := waterOf(p)
	total, wanted := v.Get()
	if wanted && (len(all) == 0 || total > before) {
		return []journal.Record{&journal.Water{Meta: p.fresh(now), Millilitres: total - before}}, nil
	}
	for i, w := range all {
		if i == 0 && wanted {
			w = w.Clone().(*journal.Water)
			w.Millilitres = total
			save = append(save, w)
			continue
		}
		drop = append(drop, w)
	}
	return save, drop
}

// catchCell is one answer of one day.
type catchCell struct {
	c     *catchUp
	page  *page
	q     catchQuestion
	entry *kit.Entry
	shown string // as stored
}

func newCatchCell(c *catchUp, p *page, q catchQuestion) *catchCell {
	cell := &catchCell{c: c, page: p, q: q, entry: kit.NewEntry("–", nil)}
	cell.entry.Scroll = fyne.ScrollHorizontalOnly
	if q.key == mealsKey {
		cell.entry.PlaceHolder = "foods"
		if n := len(of[*journal.Meal](p)); n > 0 {
			cell.entry.PlaceHolder = strconv.Itoa(n) + " in; add"
		}
	} else {
		cell.shown = shortNumber(q.shown(p))
	}
	cell.entry.SetText(cell.shown)
	cell.entry.Keep()
	cell.entry.OnFocus = func(focused bool) {
		if !focused {
			cell.keep()
		}
	}
	return cell
}

// keep saves the cell when it says something new.
func (cell *catchCell) keep() {
	text := strings.TrimSpace(cell.entry.Text)
	if text == cell.shown {
		return
	}
	save, drop, err := cell.read(text)
	if err != nil {
		cell.c.refuse(cell.page.day, err)
		return
	}
	cell.c.problem.Hide()
	cell.shown = text
	if cell.q.key == mealsKey {
		cell.shown = ""
		cell.entry.SetText("")
		cell.entry.SetPlaceHolder(strconv.Itoa(len(of[*journal.Meal](cell.page))+1) + " in; add")
	}
	cell.entry.Keep()
	for _, r := range drop {
		cell.page.log = without(cell.page.log, r)
	}
	for _, r := range save {
		cell.page.put(r)
	}
	s := cell.c.s
	if len(save) > 0 {
		s.save.put(func(err error) {
			if err != nil {
				cell.failed(text, err)
			}
		}, save...)
	}
	if len(drop) > 0 {
		s.drop(drop...)
	}
}

// failed gives back what was typed when the journal could not take it.
func (cell *catchCell) failed(text string, err error) {
	cell.shown = "" // so that it is tried again
	if cell.entry.Text == "" {
		cell.entry.SetText(text)
	}
	cell.c.refuse(cell.page.day, err)
}

// read turns the text into records, validated.
func (cell *catchCell) read(text string) (save, drop []journal.Record, err error) {
	now := cell.c.s.deps.Now()
	if cell.q.key == mealsKey {
		m := &journal.Meal{Meta: cell.page.fresh(now), Items: cell.c.s.deps.Foods.Read(text)}
		save = []journal.Record{m}
	} else {
		v, err := parseNumber(cell.q.key, text)
		if err != nil {
			return nil, nil, err
		}
		save, drop = cell.q.set(cell.page, v, now)
	}
	for _, r := range save {
		if err := r.Validate(); err != nil {
			return nil, nil, err
		}
	}
	return save, drop, nil
}

func without(log journal.Log, r journal.Record) journal.Log {
	var out journal.Log
	for _, x := range log {
		if x.Base().ID != r.Base().ID {
			out = append(out, x)
		}
	}
	return out
}
