package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"skinward/app/journal"
)

// dayControl is a control whose places are days, or months by their first day.
// It says the words of the one under the pointer, else of that under the cursor.
type dayControl struct {
	control
	cursor journal.Day
	dayAt  func(fyne.Position) (journal.Day, bool)
	point  func(journal.Day)
}

// MouseIn says the words of the day under the pointer.
func (c *dayControl) MouseIn(e *desktop.MouseEvent) {
	c.control.MouseIn(e)
	c.MouseMoved(e)
}

// MouseMoved says the words of the day under the pointer.
func (c *dayControl) MouseMoved(e *desktop.MouseEvent) {
	if day, ok := c.dayAt(e.Position); ok {
		c.point(day)
	}
}

// MouseOut goes back to the words of the day under the cursor.
func (c *dayControl) MouseOut() {
	c.control.MouseOut()
	c.point(c.cursor)
}
