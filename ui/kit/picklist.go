package kit

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// A list of more than searchFrom lines has a search; it shows at most pickRows
// of them at once.
const (
	searchFrom = 30
	pickRows   = 50
)

// pickList is an open list of which one is chosen.
type pickList struct {
	canvas fyne.Canvas
	labels []string
	chosen int // -1: none
	pick   func(index int)

	modal  *modal
	search *Entry // nil where the list is short
	rows   []*ListRow
	shown  []int // label of each row
	column *fyne.Container
	rest   *Text // how many more there are
}

// Choose opens a list of labels over a window; chosen, which may be -1, is
// marked, and pick gets the index that was chosen. A long list can be searched:
// what is typed narrows it, Down leads into it, Return takes the first line.
func Choose(cv fyne.Canvas, title string, labels []string, chosen int, pick func(index int)) {
	l := &pickList{canvas: cv, labels: labels, chosen: chosen, pick: pick, column: Column(0), rest: NewCaption("")}
	var top fyne.CanvasObject
	if len(labels) > searchFrom {
		l.search = NewEntry("Type to search", l.find)
		l.search.OnDown = func() bool { return l.focus(0) }
		l.search.OnEnter = func(string) { l.take(0) }
		top = l.search
	}
	l.modal = newModalUnder(cv, title, 360, top, Inset(Column(Space2, l.column, l.rest), 8, 0), buttonsRow(NewButton("Cancel", func() { l.modal.hide() })))
	l.modal.onEsc = func() { l.modal.hide() }
	l.find("")
	var first fyne.Focusable
	if at := slices.Index(l.shown, chosen); l.search != nil {
		first = l.search
	} else if len(l.rows) > 0 {
		first = l.rows[max(0, at)]
	}
	l.modal.show(first)
}

// find shows the labels with the words, those that begin with them first; with
// no words all, and the chosen one first where it would not be among them.
func (l *pickList) find(words string) {
	words = strings.ToLower(strings.TrimSpace(words))
	var begin, inside []int
	for i, label := range l.labels {
		switch at := strings.Index(strings.ToLower(label), words); {
		case at == 0:
			begin = append(begin, i)
		case at > 0:
			inside = append(inside, i)
		}
	}
	all := append(begin, inside...)
	if words == "" && l.chosen >= pickRows {
		all = append([]int{l.chosen}, slices.DeleteFunc(all, func(i int) bool { return i == l.chosen })...)
	}
	l.shown = all[:min(len(all), pickRows)]
	l.rest.SetText("")
	switch more := len(all) - len(l.shown); {
	case len(all) == 0:
		l.rest.SetText("Nothing here has these letters.")
	case more > 0:
		l.rest.SetText(fmt.Sprintf("%d more; type to find them.", more))
	}
	l.rest.Hidden = l.rest.Text() == ""
	l.list()
}

// list makes the rows of what is shown.
func (l *pickList) list() {
	l.rows, l.column.Objects = nil, nil
	for at, i := range l.shown {
		role := Line
		if i == l.chosen {
			role = Primary
		}
		row := NewListRow("", role, l.labels[i], "", func() { l.take(at) })
		row.SetSelected(i == l.chosen)
		row.OnUp = func() {
			if at == 0 && l.search != nil {
				l.canvas.Focus(l.search)
				return
			}
			l.focus(max(at-1, 0))
		}
		row.OnDown = func() { l.focus(min(at+1, len(l.rows)-1)) }
		l.rows, l.column.Objects = append(l.rows, row), append(l.column.Objects, row)
	}
	l.column.Refresh()
	l.modal.body.Top()
	l.modal.body.Refresh()
}

func (l *pickList) focus(at int) bool {
	if at < 0 || at >= len(l.rows) {
		return false
	}
	l.canvas.Focus(l.rows[at])
	return true
}

func (l *pickList) take(at int) {
	if at < len(l.shown) {
		l.modal.hide()
		l.pick(l.shown[at])
	}
}
