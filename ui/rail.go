package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"skinward/ui/kit"
)

// entry is one line of the rail.
type entry struct {
	place kit.Place
	icon  string
	label string
	key   fyne.KeyName
	hint  string // what is written at the right, without the modifier
	foot  bool   // stands at the foot of the rail
}

// entries are all places in the order of the rail and of Tab.
var entries = []entry{
	{kit.PlaceToday, "today", "Today", fyne.Key1, "1", false},
	{kit.PlaceTimeline, "timeline", "Timeline", fyne.Key2, "2", false},
	{kit.PlaceSkin, "skin", "Skin", fyne.Key3, "3", false},
	{kit.PlaceInsights, "insights", "Insights", fyne.Key4, "4", false},
	{kit.PlaceGuide, "guide", "Guide", fyne.Key5, "5", false},
	{kit.PlaceSummary, "summary", "Summary", fyne.Key6, "6", false},
	{kit.PlaceSettings, "settings", "Settings", fyne.KeyComma, ",", true},
}

// rail is the column of places at the left of the window.
type rail struct {
	widget.BaseWidget
	ground, edge *canvas.Rectangle
	logo         *kit.Icon
	name         *kit.Text
	items        []*kit.RailItem
	entries      []entry
}

func newRail(places []entry, chosen func(kit.Place)) *rail {
	r := &rail{
		ground: canvas.NewRectangle(kit.Raised.Color()), edge: canvas.NewRectangle(kit.Line.Color()),
		logo: kit.NewIconSized("app", kit.Ink, 30), entries: places,
		name: kit.NewText(kit.Span{Text: "Skinward", Size: kit.SizeLarge, Bold: true}).OneLine(),
	}
	for _, e := range places {
		r.items = append(r.items, kit.NewRailItem(e.icon, e.label, modifierName()+" "+e.hint, func() { chosen(e.place) }))
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *rail) choose(place kit.Place) {
	for i, e := range r.entries {
		r.items[i].SetChosen(e.place == place)
	}
}

// CreateRenderer lays the entries from the top, those of the foot at the foot.
func (r *rail) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.ground, r.edge, r.logo, r.name}
	for _, item := range r.items {
		objects = append(objects, item)
	}
	return &railRenderer{rail: r, objects: objects}
}

type railRenderer struct {
	rail    *rail
	objects []fyne.CanvasObject
}

func (rr *railRenderer) Layout(size fyne.Size) {
	r := rr.rail
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(r.ground, 0, 0, size.Width, size.Height)
	put(r.edge, size.Width-1, 0, 1, size.Height)
	logo, name := r.logo.MinSize(), r.name.MinSize()
	put(r.logo, 20, 20, logo.Width, logo.Height)
	put(r.name, 20+logo.Width+10, 20+(logo.Height-name.Height)/2, max(0, size.Width-40-logo.Width), name.Height)
	y := 20 + logo.Height + 22
	foot := size.Height - 16
	for i, e := range r.entries {
		h := r.items[i].MinSize().Height
		if e.foot {
			foot -= h
			put(r.items[i], 12, foot, size.Width-24, h)
			continue
		}
		put(r.items[i], 12, y, size.Width-24, h)
		y += h + 4
	}
}

func (rr *railRenderer) MinSize() fyne.Size {
	var items fyne.Size
	for _, item := range rr.rail.items {
		m := item.MinSize()
		items.Width = max(items.Width, m.Width)
		items.Height += m.Height + 4
	}
	name := 20 + rr.rail.logo.MinSize().Width + 10 + rr.rail.name.MinSize().Width + 20
	return fyne.NewSize(max(items.Width+24, name, 196), items.Height+72+16)
}

func (rr *railRenderer) Refresh() {
	r := rr.rail
	r.ground.FillColor, r.edge.FillColor = kit.Raised.Color(), kit.Line.Color()
	r.logo.Refresh()
	r.name.Refresh()
	for _, item := range r.items {
		item.Refresh()
	}
	rr.Layout(r.Size())
	canvas.Refresh(r)
}

func (rr *railRenderer) Objects() []fyne.CanvasObject { return rr.objects }
func (rr *railRenderer) Destroy()                     {}
