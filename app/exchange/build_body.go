package exchange

import (
	"strings"

	"skinward/app/journal"
)

// skinRow puts a value into the skin check of its moment; a second value of
// the same name begins another check.
func (b *builder) skinRow(r Row) {
	g := r.group()
	g.slot = ""
	s := b.skin[g]
	if s == nil || hasSkin(s, r) {
		s = &journal.SkinCheck{Meta: b.meta(r)}
		b.skin[g] = s
		b.add(s)
	} else {
		s.Note = join(s.Note, r.Note)
	}
	v := r.Value.Or(0)
	switch r.Kind {
	case KindSite:
		s.Sites = append(s.Sites, journal.SiteRating{Site: r.Name, Rating: r.Value})
	case KindSign:
		c, name := splitSign(r.Name)
		s.Signs = append(s.Signs, journal.Sign{Condition: c, Name: name, Level: v})
	case KindRegion:
		s.Regions = append(s.Regions, journal.RegionGrade{Region: r.Name, Lesion: v})
	case KindPalms:
		s.Areas = append(s.Areas, journal.Palms{Region: r.Name, Count: v})
	default:
		*skinField(s, r.Name) = r.Value
	}
}

func skinField(s *journal.SkinCheck, name string) *journal.Maybe[float64] {
	switch name {
	case "itch":
		return &s.Itch
	case "lesions":
		return &s.Spots
	case "impact":
		return &s.Impact
	}
	return &s.Severity
}

// hasSkin reports whether the check already has a value of the row's name.
func hasSkin(s *journal.SkinCheck, r Row) bool {
	switch r.Kind {
	case KindSite:
		for _, v := range s.Sites {
			if v.Site == r.Name {
				return true
			}
		}
	case KindSign:
		c, name := splitSign(r.Name)
		for _, v := range s.Signs {
			if v.Condition == c && v.Name == name {
				return true
			}
		}
	case KindRegion:
		for _, v := range s.Regions {
			if v.Region == r.Name {
				return true
			}
		}
	case KindPalms:
		for _, v := range s.Areas {
			if v.Region == r.Name {
				return true
			}
		}
	default:
		return skinField(s, r.Name).IsSet()
	}
	return false
}

// splitSign reads "eczema/redness"; a sign without a condition is its name.
func splitSign(name string) (journal.Condition, string) {
	before, after, ok := strings.Cut(name, "/")
	if ok && strings.TrimSpace(after) != "" {
		for _, c := range journal.Conditions() {
			if string(c) == before {
				return c, after
			}
		}
	}
	return "", name
}

// body puts sleep, stool and cycle values into the record of their moment.
func (b *builder) body(r Row) {
	g := r.group()
	g.slot = ""
	switch r.Kind {
	case KindSleep:
		s := b.sleep[g]
		if s == nil || r.Name == "hours" && s.Hours.IsSet() || r.Name == "quality" && s.Quality.IsSet() || r.Name == "woken" && s.Woken != journal.Unknown {
			s = &journal.Sleep{Meta: b.meta(r)}
			b.sleep[g] = s
			b.add(s)
		} else {
			s.Note = join(s.Note, r.Note)
		}
		switch r.Name {
		case "hours":
			s.Hours = r.Value
		case "quality":
			s.Quality = r.Value
		default:
			s.Woken = journal.StateOf(r.Value.Or(0) == 1)
		}
	case KindStool:
		d := b.digestion[g]
		if d == nil || digestionField(d, r.Name).IsSet() {
			d = &journal.Digestion{Meta: b.meta(r)}
			b.digestion[g] = d
			b.add(d)
		} else {
			d.Note = join(d.Note, r.Note)
		}
		*digestionField(d, r.Name) = r.Value
	case KindCycle:
		c := b.cycle[g]
		if c == nil || r.Name == "day" && c.CycleDay.IsSet() || r.Name == "bleeding" && c.Bleeding != journal.Unknown {
			c = &journal.Cycle{Meta: b.meta(r)}
			b.cycle[g] = c
			b.add(c)
		} else {
			c.Note = join(c.Note, r.Note)
		}
		if r.Name == "day" {
			c.CycleDay = r.Value
		} else {
			c.Bleeding = journal.StateOf(r.Value.Or(0) == 1)
		}
	}
}

func digestionField(d *journal.Digestion, name string) *journal.Maybe[float64] {
	switch name {
	case "bloating":
		return &d.Bloating
	case "pain":
		return &d.Pain
	}
	return &d.Form
}
