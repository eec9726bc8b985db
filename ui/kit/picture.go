package kit

import (
	"bytes"
	"io/fs"

	"fyne.io/fyne/v2"
	"github.com/fyne-io/oksvg"
)

// NewPicture shows one of the program's drawings (assets/art lists them, name
// without extension) at least width × height points large; nil when the theme
// has no such drawing. It answers to nothing.
func NewPicture(name string, width, height float32) fyne.CanvasObject {
	o := Current().opts
	if o.Art == nil {
		return nil
	}
	source, err := fs.ReadFile(o.Art, name+".svg")
	if err != nil {
		return nil
	}
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(source), oksvg.IgnoreErrorMode)
	if err != nil {
		return nil
	}
	// Drawn in place: the drawings are small, a few milliseconds each.
	p := NewIllustration(Inline{}, "picture "+name, source, drawing.ViewBox.W, drawing.ViewBox.H, width, height)
	p.SetDarkColors(o.Night)
	p.Disable()
	return p
}
