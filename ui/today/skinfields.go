package today

import (
	"slices"

	"skinward/app/journal"
)

// siteFields asks for a rating of every place that is marked, and lets places
// be added and removed as text.
func (s *Screen) siteFields(f *form, r *journal.SkinCheck) {
	names := make([]string, len(r.Sites))
	for i, v := range r.Sites {
		names[i] = v.Site
	}
	f.words("Places", "site", "with commas: left cheek, hands", &names)
	before := slices.Clone(r.Sites)
	ratings := make([]journal.Maybe[float64], len(before))
	for i, v := range before {
		ratings[i] = v.Rating
		f.maybe("Rating of "+v.Site+", 0 to 10", "rating of "+v.Site, "", &ratings[i])
	}
	f.reads = append(f.reads, reading{"site", func() error {
		r.Sites = nil
		for _, n := range names {
			v := journal.SiteRating{Site: n}
			if at := slices.IndexFunc(before, func(b journal.SiteRating) bool { return b.Site == n }); at >= 0 {
				v.Rating = ratings[at]
			}
			r.Sites = append(r.Sites, v)
		}
		return nil
	}})
}

// signFields asks for the signs of the person's own conditions, and keeps
// those that are recorded of others.
func (s *Screen) signFields(f *form, r *journal.SkinCheck) {
	var asked []journal.Sign
	for _, c := range conditionsOf(s.page.profile) {
		for _, name := range signNames[c] {
			asked = append(asked, journal.Sign{Condition: c, Name: name})
		}
	}
	for _, v := range r.Signs {
		if !slices.ContainsFunc(asked, func(a journal.Sign) bool { return a.Condition == v.Condition && a.Name == v.Name }) {
			asked = append(asked, journal.Sign{Condition: v.Condition, Name: v.Name})
		}
	}
	if len(asked) == 0 {
		f.say("Name your conditions in the profile, and their own signs are asked for here.")
		return
	}
	levels := make([]journal.Maybe[float64], len(asked))
	for i, a := range asked {
		for _, v := range r.Signs {
			if v.Condition == a.Condition && v.Name == a.Name {
				levels[i] = journal.Some(v.Level)
			}
		}
		f.maybe(capital(string(a.Condition))+": "+a.Name, a.Name, signHint(a), &levels[i])
	}
	f.reads = append(f.reads, reading{"sign", func() error {
		r.Signs = nil
		for i, a := range asked {
			if v, ok := levels[i].Get(); ok {
				a.Level = v
				r.Signs = append(r.Signs, a)
			}
		}
		return nil
	}})
}

func signHint(s journal.Sign) string {
	if s.Condition == journal.Acne || s.Name == "bumps" {
		return "about how many"
	}
	return "0 none to 3 strong"
}
