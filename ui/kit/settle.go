package kit

import "fyne.io/fyne/v2"

// Settle lays a screen's content out anew after texts or rows in it changed.
// The toolkit follows a changed least size up to its parent, but forgets it when
// a later sibling changes as well; so a screen calls this when it has painted.
// Wrapping text needs a second round: its height follows from its width.
func Settle(content *fyne.Container) {
	for range 2 {
		content.Refresh()
	}
}

// relay hands a refresh down through a widget to the container inside it.
func relay(content fyne.CanvasObject) {
	if c, ok := content.(*fyne.Container); ok {
		c.Refresh()
	}
}
