package summary

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"strings"

	"skinward/app/figure/ink"
	"skinward/app/journal"
	"skinward/app/series"
)

// photos shows up to two pairs with their conditions. A picture that cannot be
// read leaves a frame that says so; an intimate one is shown only when it was
// ticked for the page by itself.
func (b *builder) photos() made {
	m := made{title: "Photos"}
	var a album
	hidden, missing, proposed := 0, 0, false
	sites := map[string]bool{}
	for _, p := range b.Pictures {
		if p.Record == nil {
			continue
		}
		if p.Record.Intimate && !p.Record.InSummary {
			hidden++
			continue
		}
		if len(a.pics) == MaxPictures {
			continue
		}
		if p = bare(p); len(p.JPEG) == 0 {
			missing++
		}
		a.pics = append(a.pics, p)
		a.caps = append(a.caps, b.caption(p))
		proposed = proposed || p.Proposed
		sites[p.Record.Site] = true
	}
	m.held = len(a.pics) > 0
	if len(a.pics) == 0 {
		if hidden > 0 {
			m.blocks = []block{para{body: "Photos of intimate places are shown only when ticked one by one."}}
		}
		return m
	}
	site := ""
	if len(sites) == 1 {
		site = a.pics[0].Record.Site
		if site != "" {
			m.title = "Photos, " + site
		}
	}
	m.detail = detailCount(len(a.pics), site)
	m.blocks = append(m.blocks, a)
	if proposed {
		m.blocks = append(m.blocks, para{body: "Chosen by the program: the first and the last photo of the place photographed most, under one light.", small: true})
	}
	if missing > 0 {
		m.blocks = append(m.blocks, para{body: fmt.Sprintf("%s could not be read; the place is kept with its date.", upperFirst(plural(missing, "picture"))), small: true})
	}
	return m
}

// bare returns a picture without what cameras write beside it. One whose
// segments cannot be followed is decoded and written anew; one that cannot be
// decoded comes back empty.
func bare(p Picture) Picture {
	c, err := jpeg.DecodeConfig(bytes.NewReader(p.JPEG))
	if err != nil {
		p.JPEG = nil
		return p
	}
	p.Width, p.Height = c.Width, c.Height
	clean, ok := ink.Stripped(p.JPEG)
	if ok {
		p.JPEG = clean
		return p
	}
	img, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	p.JPEG = nil
	if err != nil {
		return p
	}
	var b bytes.Buffer
	if jpeg.Encode(&b, img, &jpeg.Options{Quality: 90}) == nil {
		p.JPEG = b.Bytes()
	}
	return p
}

// caption names day, severity of that day, light and what speaks for or
// against comparing.
func (b *builder) caption(p Picture) string {
	s := []string{date(p.Record.Day)}
	if p.Record.Site != "" {
		s = append([]string{upperFirst(p.Record.Site)}, s...)
	}
	one1 := period{p.Record.Day, p.Record.Day}
	if v := one1.outcome(b.Set, series.Severity); recorded(v) == 1 {
		s = append(s, "severity "+one(v[0]))
		b.values("outcome", series.Severity, points, one1, v)
	}
	if p.Record.Light != "" {
		s = append(s, "light: "+p.Record.Light)
	}
	if p.Conditions != "" {
		s = append(s, p.Conditions)
	}
	if len(p.JPEG) == 0 {
		s = append(s, "the picture file could not be read")
	}
	return strings.Join(s, ", ")
}

// notes are the person's own texts, private unless ticked.
func (b *builder) notes() made {
	m := made{title: "Notes of the patient"}
	var rows [][2]string
	for _, r := range b.near {
		base := r.Base()
		text := strings.Join(strings.Fields(base.Note), " ")
		if text == "" || !b.period.holds(base.Day) || r.Kind() == journal.KindProfile || r.Kind() == journal.KindVerdict {
			continue
		}
		rows = append(rows, [2]string{shortDate(base.Day, b.period.to), text})
		b.row("note", r.Title(), "text", base.Day.String(), text, "", "entered")
	}
	m.held = len(rows) > 0
	m.detail = detailCount(len(rows), "")
	if len(rows) == 0 {
		m.blocks = []block{para{body: "No notes in this period."}}
		return m
	}
	t := table{head: []string{"Day", "Note"}}
	for _, r := range rows {
		t.rows = append(t.rows, []string{r[0], r[1]})
	}
	m.blocks = []block{t}
	return m
}

// fullLog is every entry of the period in order, without notes.
func (b *builder) fullLog() made {
	m := made{title: "Every entry of the period"}
	t := table{head: []string{"Day", "Entry", "Detail"}}
	last := ""
	for _, r := range b.near {
		if !b.period.holds(r.Base().Day) || definition(r) || r.Kind() == journal.KindNote {
			continue
		}
		if ph, ok := r.(*journal.Photo); ok && ph.Intimate {
			continue
		}
		day := shortDate(r.Base().Day, b.period.to)
		shown := day
		if day == last {
			shown = ""
		}
		last = day
		t.rows = append(t.rows, []string{shown, r.Title(), r.Detail()})
		b.row("entry", r.Title(), r.Detail(), r.Base().Day.String(), "", "", origin(r))
	}
	m.held = len(t.rows) > 0
	m.detail = detailCount(len(t.rows), "")
	if m.held {
		m.blocks = []block{t}
	}
	return m
}

func origin(r journal.Record) string {
	switch s := r.Base().Source; s {
	case journal.Remembered:
		return "written later"
	case journal.Imported:
		return "imported"
	}
	return "entered"
}
