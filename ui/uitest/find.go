package uitest

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"skinward/ui/kit"
)

// Label is a text that is seen somewhere in the window.
type Label struct {
	Text    string
	Object  fyne.CanvasObject
	At      fyne.Position // top left corner in the window
	Size    fyne.Size
	inside  []frame // bounds of what it lies in, outermost first
	scrolls []*container.Scroll
}

type frame struct {
	x0, y0, x1, y1 float32
	scroll         bool // clips: what lies outside can be scrolled to
}

// labels lists what can be seen or scrolled to, overlay first if there is one.
func (w *Window) labels() []Label {
	w.Settle()
	var found []Label
	root := w.Canvas().Content()
	if top := w.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	walk(root, fyne.Position{}, nil, nil, func(l Label) { found = append(found, l) })
	return found
}

func walk(o fyne.CanvasObject, origin fyne.Position, inside []frame, scrolls []*container.Scroll, each func(Label)) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	label := func(text string) {
		if strings.TrimSpace(text) != "" {
			each(Label{Text: text, Object: o, At: at, Size: o.Size(), inside: inside, scrolls: scrolls})
		}
	}
	own := frame{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height, false}
	var children []fyne.CanvasObject
	switch c := o.(type) {
	case *canvas.Text:
		label(c.Text)
		return
	case *kit.Text:
		label(c.Text())
		return
	case *kit.Entry:
		label(entryText(&c.Entry))
		return
	case *widget.Entry:
		label(entryText(c))
		return
	case *container.Scroll:
		own.scroll = true
		scrolls = append(scrolls[:len(scrolls):len(scrolls)], c)
		children = test.WidgetRenderer(c).Objects()
	case fyne.Widget:
		if e, ok := o.(interface{ InnerEntry() *widget.Entry }); ok {
			label(entryText(e.InnerEntry()))
			return
		}
		children = test.WidgetRenderer(c).Objects()
	case *fyne.Container:
		children = c.Objects
	}
	inside = append(inside[:len(inside):len(inside)], own)
	for _, child := range children {
		walk(child, at, inside, scrolls, each)
	}
}

func entryText(e *widget.Entry) string {
	if e.Text == "" {
		return e.PlaceHolder
	}
	return e.Text
}

// Texts lists the visible texts in reading order: from top to bottom by lines,
// each line from left to right.
func (w *Window) Texts() []string {
	found := w.labels()
	var out []string
	for _, l := range readingOrder(found) {
		out = append(out, l.Text)
	}
	return out
}

func readingOrder(labels []Label) []Label {
	sorted := append([]Label(nil), labels...)
	before := func(a, b Label) bool {
		ya, yb := a.At.Y+a.Size.Height/2, b.At.Y+b.Size.Height/2
		if math.Abs(float64(ya-yb)) > 8 {
			return ya < yb
		}
		return a.At.X < b.At.X
	}
	for i := 1; i < len(sorted); i++ { // stable, and "before" need not be transitive
		for j := i; j > 0 && before(sorted[j], sorted[j-1]); j-- {
			sorted[j], sorted[j-1] = sorted[j-1], sorted[j]
		}
	}
	return sorted
}

// Find returns the first label that reads text, or else contains it. The test
// fails if there is none.
func (w *Window) Find(text string) Label {
	w.t.Helper()
	if l, ok := w.find(text); ok {
		return l
	}
	w.t.Fatalf("nothing in the window says %q; it says %q", text, w.Texts())
	return Label{}
}

func (w *Window) find(text string) (Label, bool) {
	labels := w.labels()
	for _, l := range labels {
		if l.Text == text {
			return l, true
		}
	}
	for _, l := range labels {
		if strings.Contains(l.Text, text) {
			return l, true
		}
	}
	return Label{}, false
}

// Says reports whether a visible text reads or contains text.
func (w *Window) Says(text string) bool {
	_, ok := w.find(text)
	return ok
}

// MustSay fails the test if no visible text contains text.
func (w *Window) MustSay(texts ...string) {
	w.t.Helper()
	for _, text := range texts {
		if !w.Says(text) {
			w.t.Errorf("nothing in the window says %q; it says %q", text, w.Texts())
		}
	}
}

// MustNotSay fails the test if a visible text contains text.
func (w *Window) MustNotSay(texts ...string) {
	w.t.Helper()
	for _, text := range texts {
		if l, ok := w.find(text); ok {
			w.t.Errorf("the window says %q", l.Text)
		}
	}
}

// CutTexts lists the texts that stick out of what they lie in, or out of the
// window where nothing scrolls.
func (w *Window) CutTexts() []string {
	var cut []string
	for _, l := range w.painted() {
		need := l.Object.MinSize()
		x1, y1 := l.At.X+max(need.Width, 0), l.At.Y+need.Height
		for i := len(l.inside) - 1; i >= 0; i-- {
			f := l.inside[i]
			if x1 > f.x1+2 || l.At.X < f.x0-2 || !f.scroll && (y1 > f.y1+3 || l.At.Y < f.y0-3) {
				cut = append(cut, l.Text)
				break
			}
			if f.scroll {
				break
			}
		}
	}
	return cut
}

// Overlaps lists pairs of texts that are painted over each other.
func (w *Window) Overlaps() []string {
	var pairs []string
	all := w.painted()
	for i, a := range all {
		for _, b := range all[i+1:] {
			wide := min(a.At.X+a.Size.Width, b.At.X+b.Size.Width) - max(a.At.X, b.At.X)
			high := min(a.At.Y+a.Size.Height, b.At.Y+b.Size.Height) - max(a.At.Y, b.At.Y)
			if wide > 2 && high > 0.35*min(a.Size.Height, b.Size.Height) { // line boxes may touch, glyphs not
				pairs = append(pairs, a.Text+" / "+b.Text)
			}
		}
	}
	return pairs
}

// painted lists the single runs of text as they are drawn.
func (w *Window) painted() []Label {
	w.Settle()
	var found []Label
	root := w.Canvas().Content()
	if top := w.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	paintedIn(root, fyne.Position{}, nil, &found)
	return found
}

func paintedIn(o fyne.CanvasObject, origin fyne.Position, inside []frame, found *[]Label) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	own := frame{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height, false}
	var children []fyne.CanvasObject
	switch c := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(c.Text) != "" {
			*found = append(*found, Label{Text: c.Text, Object: o, At: at, Size: c.MinSize(), inside: inside})
		}
		return
	case *container.Scroll:
		own.scroll = true
		children = test.WidgetRenderer(c).Objects()
	case fyne.Widget:
		if _, isEntry := o.(interface{ SelectedText() string }); isEntry {
			return // an entry scrolls its text by itself
		}
		children = test.WidgetRenderer(c).Objects()
	case *fyne.Container:
		children = c.Objects
	}
	inside = append(inside[:len(inside):len(inside)], own)
	for _, child := range children {
		paintedIn(child, at, inside, found)
	}
}

// Painted lists the single runs of text as they are drawn, ellipses included.
func (w *Window) Painted() []string {
	var out []string
	for _, l := range w.painted() {
		out = append(out, l.Text)
	}
	return out
}
