package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Card is a surface with a title, an icon and a caption at the right.
type Card struct {
	widget.BaseWidget
	box     *box
	icon    *Icon
	title   *Text
	caption *Text
	head    fyne.CanvasObject
}

// NewCard returns a card. icon may be "" (none) and so may caption; role is
// the icon's colour. The content fills the card's height below the title.
func NewCard(icon string, role Role, title, caption string, content fyne.CanvasObject) *Card {
	return newCard(icon, role, title, caption, nil, content)
}

// NewCardWith is NewCard with an object (a button, a choice) at the right of
// the title instead of the caption.
func NewCardWith(icon string, role Role, title string, right, content fyne.CanvasObject) *Card {
	return newCard(icon, role, title, "", right, content)
}

func newCard(icon string, role Role, title, caption string, right, content fyne.CanvasObject) *Card {
	c := &Card{title: NewHeading(title).Ellipsis(), caption: NewCaption(caption).OneLine()}
	parts := []fyne.CanvasObject{}
	if icon != "" {
		c.icon = NewIconSized(icon, role, 18)
		parts = append(parts, c.icon)
	}
	parts = append(parts, c.title)
	fill := len(parts) - 1
	if right != nil {
		parts = append(parts, right)
	} else {
		parts = append(parts, c.caption)
	}
	c.head = FillRow(Space2, fill, parts...)
	if title == "" && right == nil {
		c.head.Hide()
	}
	if caption == "" {
		c.caption.Hide()
	}
	c.box = newBox(FillColumn(10, 1, c.head, content), radiusCard, Space4, 14, Surface.Color, Line.Color)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer shows the card.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.box) }

// SetTitle changes the title.
func (c *Card) SetTitle(title string) { c.title.SetText(title) }

// SetCaption changes the caption at the right; "" removes it.
func (c *Card) SetCaption(caption string) {
	c.caption.SetText(caption)
	if caption == "" {
		c.caption.Hide()
	} else {
		c.caption.Show()
	}
	c.box.Refresh()
}
