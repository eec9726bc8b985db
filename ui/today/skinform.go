package today

import (
	"fmt"
	"slices"

	"skinward/app/journal"
	"skinward/ui/kit"
)

func (s *Screen) skinForm(f *form, r *journal.SkinCheck) {
	f.scale("Skin", "skin", "", kit.NewSeverityScale("clear", "worst ever", nil), &r.Severity)
	f.scale("Worst itch in 24 hours", "itch", "", kit.NewSeverityScale("none", "worst", nil), &r.Itch)
	f.maybe("Inflamed spots, about", "spots", "", &r.Spots)
	f.scale("How much it got in the way", "impact", "", kit.NewSeverityScale("not at all", "fully", nil), &r.Impact)
	s.siteFields(f, r)
	s.signFields(f, r)
	if s.page.settings.Tracks(journal.ThingAcneGrade) || len(r.Regions) > 0 {
		f.group(journal.ThingAcneGrade.Label(), true, func(g *form) { regionFields(g, r) })
	}
	if s.page.settings.Tracks(journal.ThingPalms) || len(r.Areas) > 0 {
		f.group(journal.ThingPalms.Label(), true, func(g *form) { palmFields(g, r) })
	}
}

// siteFields asks for a rating of every place that is marked, and lets places
// be added and removed as text.
func (s *Screen) siteFields(f *form, r *journal.SkinCheck) {
	names := make([]string, len(r.Sites))
	for i, v := range r.Sites {
		names[i] = v.Site
	}
	f.words("Places", "site", "with commas: left cheek, hands; left and right are your own", &names)
	before := slices.Clone(r.Sites)
	ratings := make([]journal.Maybe[float64], len(before))
	for i, v := range before {
		ratings[i] = v.Rating
		f.scale(capital(v.Site), "rating of "+v.Site, "", kit.NewSeverityScale("", "", nil), &ratings[i])
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
		f.maybe(capital(string(a.Condition))+": "+a.Name+signHint(a), a.Name, "", &levels[i])
	}
	f.pair(len(asked))
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
		return ", about how many"
	}
	return ", 0 to 3"
}

// lesionWords are the five steps of a region's worst lesion, in own words.
var lesionWords = []string{"open", "clear", "comedones", "papules", "pustules", "nodules"}

// regionFields asks for the worst lesion in each region and says the total
// once all six are answered.
func regionFields(f *form, r *journal.SkinCheck) {
	f.say("The worst that is there now. Comedones are black or white heads, papules red bumps, pustules have a yellow tip, nodules are large and deep.")
	total := kit.NewCaption(" ")
	given := map[string]journal.Maybe[float64]{}
	for _, g := range r.Regions {
		given[g.Region] = journal.Some(g.Lesion)
	}
	grades := func() []journal.RegionGrade {
		var out []journal.RegionGrade
		for _, region := range journal.AcneRegions() {
			if v, ok := given[region.Name].Get(); ok {
				out = append(out, journal.RegionGrade{Region: region.Name, Lesion: v})
			}
		}
		return out
	}
	for _, region := range journal.AcneRegions() {
		at := 0
		if v, ok := given[region.Name].Get(); ok {
			at = int(v+0.5) + 1
		}
		chips := kit.NewChoiceChips(lesionWords, at, func(i int) {
			given[region.Name] = answer(i-1, i > 0)
			total.SetText(gradeWords(grades()))
		})
		f.add(capital(region.Name), "grade of "+region.Name, "", chips, func() error { return nil })
	}
	others := slices.DeleteFunc(slices.Clone(r.Regions), func(g journal.RegionGrade) bool {
		return slices.ContainsFunc(journal.AcneRegions(), func(a journal.AcneRegion) bool { return a.Name == g.Region })
	})
	f.reads = append(f.reads, reading{"region", func() error {
		r.Regions = append(grades(), others...)
		return nil
	}})
	total.SetText(gradeWords(grades()))
	f.rows = append(f.rows, kit.NewNote(kit.Skin, total))
}

// gradeWords says the regional acne grade with its source, or what is missing.
func gradeWords(grades []journal.RegionGrade) string {
	total, ok := journal.AcneGrade(grades)
	if !ok {
		return fmt.Sprintf("%d of 6 regions; the total needs all six.", len(grades))
	}
	return fmt.Sprintf("Regional acne grade %s of %d, self-rated and approximate (method of Doshi and others, 1997). That paper calls this total %s. It moves in jumps; a photo beside it says more.",
		number(total), journal.AcneGradeMost, journal.AcneGradeBand(total))
}

// palmRegions are the parts of the body whose area is counted in palms.
var palmRegions = []string{"head and neck", "chest and belly", "back and buttocks", "left arm", "right arm", "left leg", "right leg"}

// palmFields asks how many of the person's own palms each part would take.
func palmFields(f *form, r *journal.SkinCheck) {
	f.say("How many of your own hands, palm and fingers, would cover it? Halves count.")
	names := slices.Clone(palmRegions)
	for _, a := range r.Areas {
		if !slices.Contains(names, a.Region) {
			names = append(names, a.Region)
		}
	}
	counts := make([]journal.Maybe[float64], len(names))
	total := kit.NewCaption(" ")
	areas := func() []journal.Palms {
		var out []journal.Palms
		for i, n := range names {
			if v, ok := counts[i].Get(); ok {
				out = append(out, journal.Palms{Region: n, Count: v})
			}
		}
		return out
	}
	for i, n := range names {
		for _, a := range r.Areas {
			if a.Region == n {
				counts[i] = journal.Some(a.Count)
			}
		}
		f.maybe(capital(n), "palms of "+n, "", &counts[i])
		read := f.reads[len(f.reads)-1].do
		f.entries[len(f.entries)-1].OnChanged = func(string) {
			if read() == nil {
				total.SetText(shareWords(areas()))
			}
		}
	}
	f.pair(len(names))
	f.fields["palms"] = f.fields["palms of "+names[0]]
	f.reads = append(f.reads, reading{"palms", func() error {
		r.Areas = areas()
		return nil
	}})
	total.SetText(shareWords(areas()))
	f.rows = append(f.rows, kit.NewNote(kit.Skin, total))
}

// shareWords says what the palms come to.
func shareWords(areas []journal.Palms) string {
	if len(areas) == 0 {
		return "Nothing counted."
	}
	return fmt.Sprintf("About %s %% of the body, approximate: a hand is close to 1 %%.", number(journal.BodyShare(areas)))
}
