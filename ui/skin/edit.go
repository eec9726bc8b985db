package skin

import (
	"fmt"
	"slices"
	"strings"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// lights are the offers for the light of a photo.
var lights = []string{"", "window", "outdoors, shade", "outdoors, sun", "lamp"}

func lightNames() []string {
	out := []string{"Not recorded"}
	for _, l := range lights[1:] {
		out = append(out, siteName(l))
	}
	return out
}

// edit shows what the person may change about a photo.
func (s *Screen) edit(p *journal.Photo) {
	if p == nil {
		return
	}
	q := s.current(p)
	day := kit.NewDayField(q.Day, s.today, nil)
	site := kit.NewEntry("left cheek", nil)
	site.SetText(q.Site)
	offers := siteChoices(s.photos)
	pick := kit.NewPicker("Site", append([]string{"Choose…"}, names(offers)...), 0, func(i int) {
		if i > 0 {
			site.SetText(offers[i-1])
		}
	})
	all := lights
	if !slices.Contains(all, q.Light) {
		all = append(slices.Clone(lights), q.Light)
	}
	labels := lightNames()
	for _, l := range all[len(lights):] {
		labels = append(labels, siteName(l))
	}
	light := kit.NewPicker("Light", labels, slices.Index(all, q.Light), nil)
	flash := kit.NewCheckRow("Flash", "", kit.Meals, tristate(q.Flash), nil)
	note := kit.NewNoteEntry("What the photo does not show", 3, nil)
	note.SetText(q.Note)
	private := kit.NewCheck("Intimate: never in the summary unless ticked there", q.Intimate, nil)
	form := kit.Column(kit.Space3,
		kit.NewField("Day", "", day),
		kit.NewField("Site", keysHint(offers), kit.FillRow(kit.Space2, 0, site, pick)),
		kit.NewField("Light", "", light), flash,
		kit.NewField("Note", "", note), private)
	s.deps.Dialogs.Form("This photo", form, "Save", func() error {
		if d := day.Day(); !d.IsZero() && d != q.Day {
			q.At = q.At.AddDate(0, 0, d.Sub(q.Day))
			q.Day = d
		}
		q.Site = strings.TrimSpace(site.Text)
		q.Light = all[max(light.Chosen(), 0)]
		q.Flash = stateOf(flash.State())
		q.Note = note.Text
		q.Intimate = private.State() == kit.Yes
		if err := q.Validate(); err != nil {
			return err
		}
		if q.Site != s.site {
			s.site, s.first, s.second = q.Site, nil, q
		}
		s.write("Saved.", q)
		return nil
	})
}

// keysHint names the keys that file a photo under another site.
func keysHint(sites []string) string {
	if len(sites) < 2 {
		return ""
	}
	return fmt.Sprintf("On the photo, keys 1 to %d do this at once: 1 %s, 2 %s …", min(9, len(sites)), sites[0], sites[1])
}

func names(sites []string) []string {
	out := make([]string, len(sites))
	for i, n := range sites {
		out[i] = siteName(n) // "" is "No site yet"
	}
	return out
}

func tristate(v journal.State) kit.Tristate {
	return map[journal.State]kit.Tristate{journal.Yes: kit.Yes, journal.No: kit.No}[v]
}

func stateOf(v kit.Tristate) journal.State {
	return map[kit.Tristate]journal.State{kit.Yes: journal.Yes, kit.No: journal.No}[v]
}

// intimate tells whether photos of a site are private from the start.
func intimate(site string, photos []*journal.Photo) bool {
	if slices.Contains(journal.IntimateSites(), site) {
		return true
	}
	return slices.ContainsFunc(photos, func(p *journal.Photo) bool { return p.Site == site && p.Intimate })
}
