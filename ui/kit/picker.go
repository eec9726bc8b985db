package kit

import (
	"fyne.io/fyne/v2"
)

// Picker chooses one of many: a button that shows the choice and opens a list
// in the window, with a search where the list is long. Up and Down change the
// choice without opening it.
type Picker struct {
	Button
	title    string
	labels   []string
	chosen   int // -1 for none
	none     string
	OnChange func(index int)
	// OnlyOpens has Up and Down open the list, where each choice does something
	// at once and must not be passed through.
	OnlyOpens bool
}

// NewPicker returns a picker; title heads the list when it is open.
func NewPicker(title string, labels []string, chosen int, change func(index int)) *Picker {
	return NewPickerOrNone(title, "", labels, chosen, change)
}

// NewPickerOrNone is NewPicker with words that stand there while nothing is
// chosen, which is the index -1.
func NewPickerOrNone(title, none string, labels []string, chosen int, change func(index int)) *Picker {
	p := &Picker{title: title, none: none, labels: labels, chosen: chosen, OnChange: change}
	p.trail, p.onKey = "down", p.key
	p.initButton(p, "", "", Plain, p.open)
	p.show()
	return p
}

// Chosen returns the index chosen, -1 for none.
func (p *Picker) Chosen() int { return p.chosen }

// SetChosen chooses without calling OnChange.
func (p *Picker) SetChosen(index int) { p.chosen = index; p.show() }

func (p *Picker) show() {
	switch {
	case p.chosen < 0:
		p.SetLabel(p.none)
	case p.chosen < len(p.labels):
		p.SetLabel(p.labels[p.chosen])
	}
}

func (p *Picker) choose(index int) {
	if index < 0 || index >= len(p.labels) || index == p.chosen {
		return
	}
	p.SetChosen(index)
	if p.OnChange != nil {
		p.OnChange(index)
	}
}

func (p *Picker) key(e *fyne.KeyEvent) bool {
	switch {
	case e.Name != fyne.KeyDown && e.Name != fyne.KeyUp:
		return false
	case p.OnlyOpens:
		p.open()
	case e.Name == fyne.KeyDown:
		p.choose(p.chosen + 1)
	default:
		p.choose(p.chosen - 1)
	}
	return true
}

func (p *Picker) open() {
	if cv := canvasOf(p); cv != nil {
		Choose(cv, p.title, p.labels, p.chosen, p.choose)
	}
}
