package ui

import (
	"fyne.io/fyne/v2"

	"skinward/ui/kit"
)

// controlKeys are the keys that the widgets themselves answer.
var controlKeys = [][2]string{
	{"Tab, Shift Tab", "next and previous field"},
	{"0 … 9, X", "answer a scale (X is ten)"},
	{"← →", "step a scale, a choice, a day"},
	{"Delete", "clear an answer, remove an entry"},
	{"Y, N", "answer a yes-or-no row"},
	{"S, U, L", "a food’s portion: small, usual, large"},
	{"1 … 9", "site of a photo, a way on the guide’s picture"},
	{"12:40 soup", "a time of day before a meal’s foods"},
	{"T", "today, in a date field or calendar"},
	{"Return", "add what is typed, press what is focused"},
	{"Escape", "close a dialog or a list"},
}

// ShowShortcuts lists every key that the program answers.
func (s *Shell) ShowShortcuts() {
	var lines [][2]string
	for _, i := range s.items() {
		if i.keys != "" {
			lines = append(lines, [2]string{i.keys, i.label})
		}
	}
	content := kit.Columns(kit.Space6, nil,
		kit.Column(kit.Space2, kit.NewHeading("Anywhere"), keyList(lines)),
		kit.Column(kit.Space2, kit.NewHeading("In a field"), keyList(controlKeys)))
	s.dialogs.Panel("Keyboard", content, nil)
}

func keyList(lines [][2]string) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(lines))
	for i, line := range lines {
		rows[i] = kit.TopRow(kit.Space2, 1,
			kit.Fixed(96, 0, kit.NewText(kit.Span{Text: line[0], Bold: true, Size: kit.SizeSmall})),
			kit.NewText(kit.Span{Text: line[1], Size: kit.SizeControl}))
	}
	return kit.Column(6, rows...)
}
