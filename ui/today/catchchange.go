package today

import (
	"time"

	"skinward/app/journal"
)

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

func shownStress(p *page) journal.Maybe[float64] {
	if r, ok := last[*journal.Stress](p, nil); ok {
		return r.Level
	}
	return journal.Maybe[float64]{}
}

func shownStool(p *page) journal.Maybe[float64] {
	if r, ok := last[*journal.Digestion](p, nil); ok {
		return r.Form
	}
	return journal.Maybe[float64]{}
}

// stoolChange alters the form; a record that holds nothing else goes with it.
func stoolChange(p *page, v journal.Maybe[float64], now time.Time) (save, drop []journal.Record) {
	r, had := last[*journal.Digestion](p, nil)
	if had {
		r = r.Clone().(*journal.Digestion)
	} else {
		r = &journal.Digestion{Meta: p.fresh(now)}
	}
	r.Form = v
	if had && !v.IsSet() && !r.Bloating.IsSet() && !r.Pain.IsSet() {
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
